/** Import: what a check finds is shown with its rows, and cells are corrected in place before anything is stored. */
import type { Page } from '@playwright/test'
import { expect, test } from './app-fixture.ts'
import { chooseAndCheck, importFile, leadsOfBatch, overviewOf, startButton, writeCsv } from './window.ts'

const LINES = [
  'name,company,email,jobtitle,llm_quality',
  'Ann,Firm A,ann@example.com,Buyer,75 percent',
  'Bo,Firm B,bo@example.com,Seller,60',
  'Cy,Firm C,cy@example.com,CEO,75 percent',
  'Di,Firm D,di@example.com,CTO,75 percent',
  'Ed,Firm E,ed@example.com,Founder,good',
  'Fay,Firm F,fay@example.com,Buyer,50,one,cell,too,many',
]

/** The checks that are under way or done say which settings they are of by what the head shows. */
const issue = (page: Page, text: string) => page.locator(`tr[data-text="${text}"]`)

test('all cells alike are corrected at once, and that is what is scored', async ({ app, page, userData }) => {
  await chooseAndCheck(app, page, writeCsv(userData, 'cells.csv', LINES))
  await expect(page.getByText('5 of 6 rows will be scored')).toBeVisible()
  await expect(page.getByRole('button', { name: '4 cells to look at' })).toBeVisible()
  const firstCell = page.getByRole('region', { name: 'Preview' }).locator('tr[data-row="1"] td').last()
  await expect(firstCell).toHaveText('75 percent (cannot be read)')
  const percent = issue(page, '75 percent')
  await expect(percent.getByRole('textbox')).toHaveValue('75')
  await percent.getByRole('button', { name: 'Fix all 3 like this' }).click()
  await expect(percent).toHaveCount(0)
  await expect(firstCell).toHaveText('75 (corrected)')
  await expect(page.getByRole('button', { name: '1 cell to look at' })).toBeVisible()
  await expect(page.getByRole('heading', { name: '1 correction' })).toBeVisible()
  expect((await overviewOf(page)).predictions).toBe(0)
  await startButton(page).click()
  await expect(page.getByRole('heading', { name: '5 leads scored' })).toBeVisible()
  const leads = await leadsOfBatch(page, 1)
  expect(leads.map(({ name, fields }) => [name, fields.llm_quality ?? null])).toEqual([
    ['Ann', 75],
    ['Bo', 60],
    ['Cy', 75],
    ['Di', 75],
    ['Ed', null],
  ])
})

test('a finding leads to its rows, where one cell is corrected alone and can be taken back', async ({
  app,
  page,
  userData,
}) => {
  await chooseAndCheck(app, page, writeCsv(userData, 'cells.csv', LINES))
  await issue(page, '75 percent')
    .getByRole('button', { name: /^Show 3 rows/ })
    .click()
  const dialog = page.getByRole('dialog', { name: '3 rows with “75 percent” in llm_quality' })
  await expect(dialog.locator('tr[data-row]')).toHaveCount(3)
  const third = dialog.getByRole('textbox', { name: 'Row 3: read as' })
  await expect(third).toHaveValue('75 percent')
  await third.fill('130')
  await expect(dialog.getByText(/must be between/)).toBeVisible()
  await third.fill('80')
  await third.press('Enter')
  await expect(dialog.getByText('was 75 percent')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('listitem').filter({ hasText: 'llm_quality, row 3' })).toContainText('80')
  await expect(issue(page, '75 percent').getByRole('button', { name: 'Fix all 2 like this' })).toBeVisible()
  await page.getByRole('button', { name: /^Take back the correction/ }).click()
  await expect(issue(page, '75 percent').getByRole('button', { name: 'Fix all 3 like this' })).toBeVisible()
})

test('rows that will be left out are shown with the reason before anything is stored', async ({
  app,
  page,
  userData,
}) => {
  await chooseAndCheck(app, page, writeCsv(userData, 'cells.csv', LINES))
  await page.getByRole('button', { name: '1 row left out' }).click()
  await expect(page.getByRole('heading', { name: '1 row is left out' })).toBeFocused()
  const row = page.getByRole('row').filter({ hasText: 'one,cell,too,many' })
  await expect(row.getByRole('cell').first()).toHaveText('6')
  // The preview does not show the row's cells as if they were read.
  const shown = page.getByRole('region', { name: 'Preview' }).locator('tr[data-row="6"]')
  await expect(shown).toContainText(/Left out\. The row has \d+ cells where the file has \d+ columns/)
})

test('a text too long to be named is shown, and is not offered for a correction that could not hold', async ({
  app,
  page,
  userData,
}) => {
  const lines = ['name,jobtitle', `Ann,${'x'.repeat(12_000)}`, `Bo,${'y'.repeat(3000)}`]
  await chooseAndCheck(app, page, writeCsv(userData, 'long.csv', lines))
  const rows = page.getByRole('row').filter({ hasText: 'Job title can have at most 500 characters' })
  await expect(rows.first()).toContainText('Too long to be corrected here')
  const bo = rows.nth(1)
  await bo.getByRole('textbox').fill('Buyer')
  await bo.getByRole('button', { name: 'Fix' }).click()
  await expect(page.getByRole('button', { name: '1 cell to look at' })).toBeVisible()
  await page.getByRole('button', { name: /^Show row 1 with/ }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.locator('td[data-focus]')).toContainText('xxx')
  await expect(dialog.getByRole('textbox')).toHaveCount(0)
})

test('going to what was found scrolls the view and leaves the window’s frame where it is', async ({
  app,
  page,
  userData,
}) => {
  const rows = Array.from(
    { length: 60 },
    (_, row) => `P${row},Firm,p${row}@example.com,Buyer,good ${row % 8}`,
  )
  await chooseAndCheck(app, page, writeCsv(userData, 'words.csv', [LINES[0] ?? '', ...rows]))
  for (const fact of [/columns used$/, /cells to look at$/]) {
    await page.getByRole('button', { name: fact }).click()
    expect(await page.evaluate(() => document.scrollingElement?.scrollTop)).toBe(0)
    expect((await page.getByRole('navigation').boundingBox())?.y).toBe(0)
  }
})

test('leads known already are counted, and the choice is what happens', async ({ app, page, userData }) => {
  const known = LINES.slice(0, 4)
  await importFile(app, page, writeCsv(userData, 'first.csv', known))
  await page.getByRole('button', { name: 'Import another file' }).click()
  const again = writeCsv(userData, 'second.csv', [...known, 'New,Firm N,new@example.com,Buyer,40'])
  await chooseAndCheck(app, page, again)
  await expect(page.getByText('3 rows are leads in your list already.')).toBeVisible()
  await expect(page.getByText('All 4 rows will be scored')).toBeVisible()
  await page.getByRole('radio', { name: 'Leave out' }).check()
  await expect(page.getByText('1 of 4 rows will be scored')).toBeVisible()
  await page.getByRole('radio', { name: 'Update' }).check()
  await expect(page.getByText('All 4 rows will be scored')).toBeVisible()
  await startButton(page).click()
  await expect(page.getByRole('heading', { name: '4 leads scored' })).toBeVisible()
  await expect(page.getByText(/3 duplicates/)).toBeVisible()
  expect((await overviewOf(page)).predictions).toBe(4)
})
