/** Import: what was imported before, what was said about it, and how it is undone or gone on with. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { answerSaveDialog, expect, firstPage, startApp, test } from './app-fixture.ts'
import {
  batchesOf,
  chooseFile,
  importFile,
  inventedLeads,
  leadsOfBatch,
  listOf,
  overviewOf,
  show,
  startButton,
  startUnchecked,
  writeCsv,
} from './window.ts'

const RAGGED = ['name,jobtitle,llm_quality', 'Ann,Buyer,50', 'Bob,Seller, Senior,60,1,2', 'Cy,CEO,70']

/** How long the rest of a long file may take at most, on a slow machine. */
const LONG = { timeout: 45_000 }

const historyRow = (page: Page, batch: number) => page.locator(`tr[data-batch="${batch}"]`)
const importAnother = (page: Page) => page.getByRole('button', { name: 'Import another file' }).click()

test('imports are listed with what came of them, and lead to their leads', async ({
  app,
  page,
  userData,
}) => {
  await importFile(app, page, writeCsv(userData, 'first.csv', inventedLeads(7)))
  await importAnother(page)
  await importFile(app, page, writeCsv(userData, 'ragged.csv', RAGGED))
  await importAnother(page)
  await expect(historyRow(page, 1)).toContainText('7 of 7 rows scored')
  await expect(historyRow(page, 2)).toContainText('2 of 3 rows scored')
  await expect(historyRow(page, 2)).toContainText('1 left out')
  expect((await batchesOf(page)).map(({ id, accepted, rejected }) => [id, accepted, rejected])).toEqual([
    [2, 2, 1],
    [1, 7, 0],
  ])
  await page.getByRole('button', { name: 'Details of ragged.csv' }).click()
  await expect(page.locator('tr[data-reason]')).toContainText('Bob,Seller')
  await page.getByRole('button', { name: 'Show leads of first.csv' }).click()
  await expect(page.locator('[data-total="7"]')).toHaveText('7 of 9 leads')
})

test('rejected rows are saved with the reason, and can be imported when they are mended', async ({
  app,
  page,
  userData,
}) => {
  await importFile(app, page, writeCsv(userData, 'ragged.csv', RAGGED))
  const saved = join(userData, 'saved.csv')
  await answerSaveDialog(app, saved)
  await page.getByRole('button', { name: 'Save rejected rows' }).click()
  await expect(page.getByText('1 row written to saved.csv.')).toBeVisible()
  const [header, row] = readFileSync(saved, 'utf8').replace('\ufeff', '').split(/\r?\n/)
  expect(header).toMatch(/^name,jobtitle,llm_quality,/)
  expect(row).toContain('Bob,Seller')
  await importAnother(page)
  const mended = writeCsv(userData, 'mended.csv', ['name,jobtitle,llm_quality', 'Bob,"Seller, Senior",60'])
  await importFile(app, page, mended)
  await expect(page.getByRole('heading', { name: '1 lead scored' })).toBeVisible()
})

test('an import is undone after a question that says what goes, and the others stay', async ({
  app,
  page,
  userData,
}) => {
  await importFile(app, page, writeCsv(userData, 'keep.csv', inventedLeads(5)))
  await importAnother(page)
  const before = await listOf(page, { order: 'best', limit: 100 })
  await importFile(app, page, writeCsv(userData, 'wrong.csv', inventedLeads(40)))
  await page.getByRole('button', { name: 'Undo this import' }).click()
  const dialog = page.getByRole('dialog', { name: 'Undo the import of wrong.csv' })
  await expect(dialog).toContainText('The 40 leads of this import')
  await dialog.getByRole('button', { name: 'Keep the import' }).click()
  await expect(dialog).toHaveCount(0)
  expect((await overviewOf(page)).predictions).toBe(45)
  await page.getByRole('button', { name: 'Undo this import' }).click()
  await dialog.getByRole('button', { name: 'Take out 40 leads' }).click()
  await expect(dialog).toContainText('40 leads were taken out. None had to stay.')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('heading', { name: 'Undone: 40 leads taken out again' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'See the ranked list' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Undo this import' })).toHaveCount(0)
  expect(await listOf(page, { order: 'best', limit: 100 })).toEqual(before)
  await importAnother(page)
  await expect(historyRow(page, 2)).toHaveAttribute('data-state', 'undone')
  await expect(historyRow(page, 2)).toContainText('40 taken out again')
  await show(page, 'Leads')
  await expect(page.locator('[data-total="5"]')).toBeVisible()
})

test('an import that was stopped goes on from the history, and no row is there twice', async ({
  app,
  page,
  userData,
}) => {
  const rows = Array.from({ length: 400_000 }, (_, row) => `P${row},Buyer,${row % 101}`)
  const path = writeCsv(userData, 'long.csv', ['name,jobtitle,llm_quality', ...rows])
  await startUnchecked(app, page, path)
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', /^[1-9]/)
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByRole('heading', { name: /^Stopped after [\d,]+ leads$/ })).toBeVisible()
  await importAnother(page)
  await expect(historyRow(page, 1)).toContainText('Stopped')
  await expect(historyRow(page, 1)).toContainText(/[\d,]+ leads so far/)
  await page.getByRole('button', { name: 'Continue the import of long.csv' }).click()
  await expect(page.getByRole('heading', { name: '400,000 leads scored' })).toBeVisible(LONG)
  expect((await overviewOf(page)).predictions).toBe(400_000)
  expect(await batchesOf(page)).toMatchObject([{ state: 'done', accepted: 400_000, leads: 400_000 }])
})

test('a file whose import was stopped is recognised when it is opened again', async ({
  app,
  page,
  userData,
}) => {
  const rows = Array.from({ length: 400_000 }, (_, row) => `P${row},Buyer,${row % 101}`)
  const path = writeCsv(userData, 'long.csv', ['name,jobtitle,llm_quality', ...rows])
  await startUnchecked(app, page, path)
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', /^[1-9]/)
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByRole('heading', { name: /^Stopped after/ })).toBeVisible()
  await importAnother(page)
  await chooseFile(app, page, path)
  await expect(page.locator('[data-unfinished="1"]')).toBeVisible()
  // One thing to do stands out; scoring the whole file again is possible.
  await expect(page.locator('main button[data-variant="filled"]')).toHaveText('Continue where it stopped')
  await expect(startButton(page)).toBeEnabled(LONG)
  await page.getByRole('button', { name: 'Continue where it stopped' }).click()
  await expect(page.getByRole('heading', { name: '400,000 leads scored' })).toBeVisible(LONG)
  expect((await overviewOf(page)).predictions).toBe(400_000)
})

test('the history is there after a restart, and a mapping is remembered', async ({ userData }) => {
  const lines = ['who,role,points', 'Ann Invented,Buyer,77']
  const path = writeCsv(userData, 'own-words.csv', lines)
  const first = await startApp(userData)
  const before = await firstPage(first)
  await chooseFile(first, before, path)
  await before.getByRole('combobox', { name: 'What points means' }).selectOption('field:llm_quality')
  await before.getByRole('combobox', { name: 'What who means' }).selectOption('identity:name')
  await startButton(before).click()
  await expect(before.getByRole('heading', { name: '1 lead scored' })).toBeVisible()
  await first.close()
  const second = await startApp(userData)
  const after = await firstPage(second)
  await show(after, 'Import')
  await expect(historyRow(after, 1)).toContainText('own-words.csv')
  await chooseFile(second, after, path)
  await expect(after.getByRole('combobox', { name: 'What points means' })).toHaveValue('field:llm_quality')
  await expect(after.getByText('As in your last file with these columns').first()).toBeVisible()
  await startButton(after).click()
  await expect(after.getByRole('heading', { name: '1 lead scored' })).toBeVisible()
  expect((await leadsOfBatch(after, 2))[0]?.fields.llm_quality).toBe(77)
  await second.close()
})
