/** Import: choose or drop, look, map, run, stop, result; and what cannot be imported. */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { answerOpenDialog, chooseFromMenu, dropFile, expect, test } from './app-fixture.ts'
import { labelOf } from './bundled-model.ts'
import {
  aMillionLeads,
  checkedFile,
  chooseAndCheck,
  chooseFile,
  importFile,
  inventedLeads,
  leadOf,
  listOf,
  overviewOf,
  show,
  startButton,
  startUnchecked,
  writeCsv,
} from './window.ts'

test('a chosen file is shown with its rows and columns before anything is stored', async ({
  app,
  page,
  userData,
}) => {
  await chooseAndCheck(app, page, writeCsv(userData, 'leads.csv', inventedLeads(25)))
  await expect(page.getByRole('heading', { name: 'leads.csv' })).toBeVisible()
  await expect(page.getByText(/^25 rows · 6 columns · /)).toBeVisible()
  await expect(page.getByText('All 25 rows will be scored')).toBeVisible()
  const first = page.getByRole('region', { name: 'Preview' }).locator('tr[data-row="1"]')
  await expect(first).toContainText('Invented Person 0')
  const title = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'jobtitle' }) })
  await expect(title).toContainText('Head of Sales')
  await expect(title.getByRole('combobox')).toHaveValue('field:jobtitle')
  await expect(page.getByText(/^3 of \d+ fields have a column: the scores are less certain\.$/)).toBeVisible()
  await expect(page.getByText(new RegExp(`^Without a column: .*${labelOf('summary')}`))).toBeVisible()
  await expect(page.getByText('6 of 6 columns used')).toBeVisible()
  expect((await overviewOf(page)).predictions).toBe(0)
})

test('the result counts, and leads to the ranked list of that file', async ({ app, page, userData }) => {
  await importFile(app, page, writeCsv(userData, 'first.csv', inventedLeads(5)))
  await page.getByRole('button', { name: 'Import another file' }).click()
  await importFile(app, page, writeCsv(userData, 'second.csv', inventedLeads(30)))
  await expect(page.getByText(/^30 rows of second\.csv in .*none left out/)).toBeVisible()
  await page.getByRole('button', { name: 'See the ranked list' }).click()
  await expect(page.locator('[data-total="30"]')).toHaveText('30 of 35 leads')
  await expect(page.getByRole('combobox', { name: 'Source' })).toHaveValue('2')
})

for (const view of ['Score', 'Import', 'Leads'] as const) {
  test(`a file can be dropped while ${view} is shown`, async ({ app, page, userData }) => {
    await show(page, view)
    await dropFile(app, page, writeCsv(userData, 'dropped.csv', inventedLeads(3)))
    await expect(page.getByRole('heading', { name: 'dropped.csv' })).toBeVisible()
    await startButton(page).click()
    await expect(page.getByRole('heading', { name: '3 leads scored' })).toBeVisible()
  })
}

test('the menu opens a file, and a closed dialog changes nothing', async ({ app, page, userData }) => {
  await answerOpenDialog(app, null)
  await chooseFromMenu(app, 'open-file')
  await expect(page.getByRole('heading', { name: /^Drop a file/ })).toBeVisible()
  await answerOpenDialog(app, writeCsv(userData, 'menu.csv', inventedLeads(2)))
  await chooseFromMenu(app, 'open-file')
  await expect(page.getByRole('heading', { name: 'menu.csv' })).toBeVisible()
})

test('a column can be given another meaning, and that is what is stored', async ({ app, page, userData }) => {
  const path = writeCsv(userData, 'odd.csv', ['name,my rating,jobtitle', 'Invented Person,77,Buyer'])
  await chooseFile(app, page, path)
  const rating = page.getByRole('combobox', { name: 'What my rating means' })
  await expect(rating).toHaveValue('ignore')
  await rating.selectOption({ label: labelOf('llm_quality') })
  await page.getByRole('combobox', { name: 'What jobtitle means' }).selectOption('ignore')
  await startButton(page).click()
  await page.getByRole('button', { name: 'See the ranked list' }).click()
  const [row] = (await listOf(page, { order: 'best', limit: 1 })).rows
  const lead = await leadOf(page, row?.id ?? 0)
  expect(lead.fields).toMatchObject({ llm_quality: 77 })
  expect(lead.fields.jobtitle ?? null).toBeNull()
})

test('two columns for one meaning are asked about, and nothing starts before that is settled', async ({
  app,
  page,
  userData,
}) => {
  await chooseFile(
    app,
    page,
    writeCsv(userData, 'twice.csv', ['name,jobtitle,role2', 'Invented Person,Buyer,Seller']),
  )
  const second = page.getByRole('combobox', { name: 'What role2 means' })
  await second.selectOption({ label: labelOf('jobtitle') })
  await expect(page.getByText('Also chosen for “jobtitle”')).toBeVisible()
  const question = page.getByRole('region', { name: 'Question' })
  await expect(question).toHaveAttribute('data-code', 'columns_ambiguous')
  await expect(startButton(page)).toBeDisabled()
  await second.selectOption('ignore')
  await expect(question).toHaveCount(0)
  await expect(startButton(page)).toBeEnabled()
})

test('rejected rows are listed with row, reason and text', async ({ app, page, userData }) => {
  const path = writeCsv(userData, 'ragged.csv', [
    'name,jobtitle,llm_quality',
    'Ann,Buyer,50',
    'Bob,Seller, Senior,60,1,2',
    'Cy,CEO,70',
  ])
  await importFile(app, page, path)
  await expect(page.getByRole('heading', { name: '2 leads scored' })).toBeVisible()
  const row = page.getByRole('row').filter({ hasText: 'Bob,Seller' })
  await expect(row.getByRole('cell').first()).toHaveText('2')
  await expect(row.getByRole('cell').nth(1)).toHaveText(/[a-z].*\.$/)
})

test('a running import shows how far it is and can be stopped; what was scored stays', async ({
  app,
  page,
  userData,
}) => {
  await startUnchecked(app, page, writeCsv(userData, 'long.csv', aMillionLeads()))
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', /^[1-9]/)
  await expect(page.getByText('Rows per second')).toBeVisible()
  await show(page, 'Leads')
  await expect(page.getByRole('navigation').getByRole('button', { name: /Import \d+%/ })).toBeVisible()
  await show(page, 'Import')
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByRole('heading', { name: /^Stopped after [\d,]+ leads$/ })).toBeVisible()
  const { predictions, batches } = await overviewOf(page)
  expect(predictions).toBeGreaterThan(0)
  expect(predictions).toBeLessThan(1_000_000)
  expect(batches[0]).toMatchObject({ state: 'cancelled', accepted: predictions })
})

test('while the first list is scored, Leads says so and a file dropped is turned away', async ({
  app,
  page,
  userData,
}) => {
  await startUnchecked(app, page, writeCsv(userData, 'long.csv', aMillionLeads()))
  await show(page, 'Leads')
  await expect(page.getByRole('heading', { name: 'Your first list is being scored' })).toBeVisible()
  await page.getByRole('button', { name: 'See the import' }).click()
  await dropFile(app, page, writeCsv(userData, 'other.csv', inventedLeads(2)))
  await expect(page.getByText('An import is still running.')).toBeVisible()
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByRole('heading', { name: /^(Stopped after|[\d,]+ leads)/ })).toBeVisible()
})

const BAD_FILES: readonly {
  readonly what: string
  readonly content: string | Buffer
  readonly code: string
}[] = [
  { what: 'an empty file', content: '', code: 'empty_file' },
  { what: 'blank space', content: ' \n\n  \n', code: 'empty_file' },
  { what: 'a header without rows', content: 'name,jobtitle,llm_quality\n', code: 'no_rows' },
  { what: 'a PDF', content: '%PDF-1.7 invented', code: 'not_csv_pdf' },
  {
    what: 'a picture',
    content: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    code: 'not_csv_image',
  },
  { what: 'an archive', content: Buffer.from('504b0304140000000000', 'hex'), code: 'not_csv_zip' },
  { what: 'a web page', content: '<!doctype html><html><body>name</body></html>', code: 'not_csv_html' },
  { what: 'a program’s data', content: '{"leads": [{"name": "Ann"}]}', code: 'not_csv_json' },
  {
    what: 'a packed file',
    content: Buffer.from('1f8b0800000000000003', 'hex'),
    code: 'not_csv_gzip',
  },
]

test('what is no list of leads is refused in a sentence, with a way on', async ({ app, page, userData }) => {
  for (const { what, content, code } of BAD_FILES) {
    const path = join(userData, 'bad.csv')
    writeFileSync(path, content)
    await chooseFile(app, page, path)
    const alert = page.getByRole('alert')
    await expect(alert, what).toHaveAttribute('data-code', code)
    await expect(alert.locator('strong'), what).toHaveText(/^[A-Z].*\.$/)
    await alert.getByRole('button', { name: 'Close' }).click()
    await expect(page.getByRole('heading', { name: /^Drop a file/ })).toBeVisible()
  }
  expect((await overviewOf(page)).predictions).toBe(0)
})

test('a file that is gone when the import starts is said, and the file is still open', async ({
  app,
  page,
  userData,
}) => {
  const path = writeCsv(userData, 'fleeting.csv', inventedLeads(4))
  await chooseFile(app, page, path)
  await checkedFile(page)
  rmSync(path)
  await startButton(page).click()
  await expect(page.getByRole('alert')).toHaveAttribute('data-code', /^file_/)
  writeCsv(userData, 'fleeting.csv', inventedLeads(4))
  await page.getByRole('button', { name: 'Back to the file' }).click()
  await startButton(page).click()
  await expect(page.getByRole('heading', { name: '4 leads scored' })).toBeVisible()
})
