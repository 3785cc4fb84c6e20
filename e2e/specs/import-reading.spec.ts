/** Import: how a file is read, seen before anything is stored and changed right there; what cannot be known is asked. */
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { utils, write } from '@e965/xlsx'
import { expect, test } from './app-fixture.ts'
import { labelOf } from './bundled-model.ts'
import {
  checkedFile,
  chooseAndCheck,
  chooseFile,
  leadsOfBatch,
  overviewOf,
  startButton,
  writeCsv,
} from './window.ts'

const SAMPLES = resolve(import.meta.dirname, '../../electron/engine/importing/fixtures')

test('accents are right at once, and the encoding can be changed and given back to the file', async ({
  app,
  page,
}) => {
  await chooseAndCheck(app, page, join(SAMPLES, 'excel-french-windows.csv'))
  const rows = page.getByRole('region', { name: 'Preview' })
  await expect(rows).toContainText('Forfait Découverte – 990 €')
  const encoding = page.getByRole('combobox', { name: 'Text encoding' })
  await expect(encoding).toHaveValue('windows-1252')
  await encoding.selectOption('macintosh')
  await expect(rows).not.toContainText('Découverte')
  await expect(page.getByText('Chosen by you')).toBeVisible()
  await encoding.selectOption('')
  await expect(rows).toContainText('Découverte')
  await checkedFile(page)
  await startButton(page).click()
  await expect(page.getByRole('heading', { name: '14 leads scored' })).toBeVisible()
  const leads = await leadsOfBatch(page, 1)
  expect(leads.map(({ fields }) => fields.llm_engagement)).toContain(0.75)
})

test('another delimiter makes other columns, and what was mapped by hand is suggested anew', async ({
  app,
  page,
  userData,
}) => {
  const path = writeCsv(userData, 'bars.csv', ['name;jobtitle|llm_quality', 'Ann;Buyer|70', 'Bo;Seller|60'])
  await chooseFile(app, page, path)
  const delimiter = page.getByRole('combobox', { name: 'Columns end at' })
  for (const [value, header] of [
    ['|', 'llm_quality'],
    [';', 'name'],
  ] as const) {
    await delimiter.selectOption(value)
    await expect(page.getByRole('combobox', { name: `What ${header} means`, exact: true })).toBeVisible()
  }
})

test('a file without column names is asked about, and the answer loses no lead', async ({ app, page }) => {
  await chooseFile(app, page, join(SAMPLES, 'no-header.csv'))
  const question = page.getByRole('region', { name: 'Question' })
  // What the columns mean is asked only when it is known what the columns are.
  await expect(question).toHaveAttribute('data-code', 'header_missing')
  await expect(startButton(page)).toBeDisabled()
  expect((await overviewOf(page)).predictions).toBe(0)
  await question.getByRole('button', { name: 'The first line is a lead' }).click()
  await expect(page.getByRole('combobox', { name: 'Column names' })).toHaveValue('0')
  await question.getByRole('button', { name: 'Choose what the columns mean' }).click()
  await expect(page.getByRole('heading', { name: 'What each column means' })).toBeFocused()
  const first = page.getByRole('region', { name: 'Preview' }).locator('tr[data-row="1"]')
  await expect(first).toContainText('Priscille Ashgrovian')
  await page
    .getByRole('combobox', { name: 'What Column 4 means' })
    .selectOption({ label: labelOf('jobtitle') })
  await checkedFile(page)
  await startButton(page).click()
  await expect(page.getByRole('heading', { name: '12 leads scored' })).toBeVisible()
})

test('two columns that could be the same are asked about, and the answer is what is stored', async ({
  app,
  page,
  userData,
}) => {
  const path = writeCsv(userData, 'ambiguous.csv', ['LLM quality,llm_quality,jobtitle', '70,35,Buyer'])
  await chooseFile(app, page, path)
  const question = page.getByRole('region', { name: 'Question' })
  await expect(question).toHaveAttribute('data-code', 'columns_ambiguous')
  await expect(page.getByText('One question before anything is scored')).toBeVisible()
  await question.getByRole('button', { name: /LLM quality/ }).click()
  await expect(question).toHaveCount(0)
  await checkedFile(page)
  await startButton(page).click()
  await expect(page.getByRole('heading', { name: '1 lead scored' })).toBeVisible()
  const [lead] = await leadsOfBatch(page, 1)
  expect(lead?.fields.llm_quality).toBe(70)
})

test('numbers on another scale are asked about', async ({ app, page, userData }) => {
  const rows = Array.from({ length: 20 }, (_, row) => `P${row},Buyer,${40 + row}`)
  const path = writeCsv(userData, 'scale.csv', ['name,jobtitle,llm_engagement', ...rows])
  await chooseFile(app, page, path)
  const question = page.getByRole('region', { name: 'Question' })
  await expect(question).toHaveAttribute('data-code', 'value_scale_suspect')
  await question.getByRole('button').first().click()
  await checkedFile(page)
  await startButton(page).click()
  await expect(page.getByRole('heading', { name: '20 leads scored' })).toBeVisible()
  const [lead] = await leadsOfBatch(page, 1)
  expect(lead?.fields.llm_engagement).toBe(0.4)
})

test('the sheet of a workbook can be chosen, whatever the file is called', async ({
  app,
  page,
  userData,
}) => {
  const book = utils.book_new()
  const sheet = (title: string) =>
    utils.aoa_to_sheet([
      ['name', 'jobtitle'],
      [`Ann of ${title}`, 'Buyer'],
    ])
  utils.book_append_sheet(book, sheet('north'), 'North')
  utils.book_append_sheet(book, sheet('south'), 'South')
  const path = join(userData, 'regions.csv')
  writeFileSync(path, write(book, { type: 'buffer', bookType: 'xlsx' }))
  await chooseFile(app, page, path)
  const question = page.getByRole('region', { name: 'Question' })
  await expect(question).toHaveAttribute('data-code', 'sheet_choice')
  await question.getByRole('button', { name: /South/ }).click()
  const rows = page.getByRole('region', { name: 'Preview' })
  await expect(rows).toContainText('Ann of south')
  await page.getByRole('combobox', { name: 'Sheet' }).selectOption('North')
  await expect(rows).toContainText('Ann of north')
  await checkedFile(page)
  await startButton(page).click()
  const [lead] = await (async () => {
    await expect(page.getByRole('heading', { name: '1 lead scored' })).toBeVisible()
    return leadsOfBatch(page, 1)
  })()
  expect(lead?.name).toBe('Ann of north')
})
