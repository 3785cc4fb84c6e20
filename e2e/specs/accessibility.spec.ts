/** Every view in its states, light and dark: no finding of axe, nothing refused by the window's own policy. */
import AxeBuilder from '@axe-core/playwright'
import type { ElectronApplication, Page } from '@playwright/test'
import { answerOpenDialog, expect, test } from './app-fixture.ts'
import { inputOf, labelOf } from './bundled-model.ts'
import { SAMPLE, SHIFTED } from './samples.ts'
import {
  aMillionLeads,
  checkedFile,
  chooseFile,
  importFile,
  openPart,
  settledChance,
  show,
  startButton,
  writeCsv,
} from './window.ts'

for (const theme of ['light', 'dark'] as const) {
  test(`nothing for axe to find in Score and Leads, ${theme}`, async ({ app, page }) => {
    const complaints = await paint(app, page, theme)
    await check(page, 'welcome')
    await visitScore(page)
    await importFile(app, page, SAMPLE)
    await visitLeads(page)
    expect(complaints).toEqual([])
  })

  test(`nothing for axe to find in Monitor, ${theme}`, async ({ app, page }) => {
    // Nine states, each read by axe from end to end.
    test.slow()
    const complaints = await paint(app, page, theme)
    await show(page, 'Monitor')
    await check(page, 'monitor, empty')
    await importFile(app, page, SHIFTED)
    // The rules are asked some seconds after an import; what they find belongs to what is looked at.
    const badge = page.getByRole('navigation').locator('[data-active-alerts]')
    await expect(badge).toBeVisible({ timeout: 30_000 })
    await visitMonitor(page)
    await visitSettings(page)
    expect(complaints).toEqual([])
  })

  test(`nothing for axe to find in Import, ${theme}`, async ({ app, page, userData }) => {
    const complaints = await paint(app, page, theme)
    await visitStart(app, page, userData)
    await visitOpenFile(app, page, userData)
    await visitResult(page)
    expect(complaints).toEqual([])
  })

  test(`nothing for axe to find in an import that is stopped, ${theme}`, async ({ app, page, userData }) => {
    const complaints = await paint(app, page, theme)
    await visitLongFile(app, page, userData)
    expect(complaints).toEqual([])
  })
}

/** Shows the window in a theme; the list it answers fills with what the page complains about. */
async function paint(
  app: ElectronApplication,
  page: Page,
  theme: 'light' | 'dark',
): Promise<readonly string[]> {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await app.evaluate(({ nativeTheme }, source) => {
    nativeTheme.themeSource = source
  }, theme)
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme)
  return complaints
}

async function visitScore(page: Page): Promise<void> {
  await show(page, 'Score')
  await check(page, 'score, empty')
  await page.getByRole('button', { name: 'Example' }).click()
  await settledChance(page)
  await check(page, 'score, filled')
  await inputOf(page, 'llm_seniority').click()
  await expect(page.getByRole('option').first()).toBeVisible()
  await check(page, 'score, choosing')
  await page.keyboard.press('Escape')
  await inputOf(page, 'llm_quality').fill('130')
  await expect(page.getByText(/must be between/)).toBeVisible()
  await check(page, 'score, a value out of range')
  await inputOf(page, 'llm_quality').fill('13')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Saved as lead/)).toBeVisible()
  await check(page, 'score, saved')
}

async function visitStart(app: ElectronApplication, page: Page, folder: string): Promise<void> {
  await show(page, 'Import')
  await check(page, 'import, choosing')
  await page.getByRole('button', { name: 'Paste cells' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await check(page, 'import, pasting')
  await page.keyboard.press('Escape')
  await chooseFile(app, page, writeCsv(folder, 'empty.csv', ['']))
  await expect(page.getByRole('alert')).toBeVisible()
  await check(page, 'import, refused')
  const lines = ['Ann,ann@example.com,Buyer', 'Bo,bo@example.com,Seller', 'Cy,cy@example.com,CEO']
  await answerOpenDialog(app, writeCsv(folder, 'no-names.csv', lines))
  await page.getByRole('button', { name: 'Choose another file' }).click()
  await expect(page.locator('[data-check="held"]')).toBeVisible()
  await check(page, 'import, a question before anything else')
  await page.getByRole('button', { name: 'Cancel' }).click()
}

/** A file that takes long enough for the check to be skipped and the import to be stopped. */
async function visitLongFile(app: ElectronApplication, page: Page, folder: string): Promise<void> {
  const path = writeCsv(folder, 'long.csv', aMillionLeads())
  await chooseFile(app, page, path)
  await page.getByRole('button', { name: 'Skip the check' }).click()
  await expect(page.locator('[data-check="skipped"]')).toBeVisible()
  await check(page, 'import, not checked')
  await startButton(page).click()
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', /^[1-9]/)
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByRole('heading', { name: /^Stopped after/ })).toBeVisible()
  await check(page, 'import, stopped')
  await page.getByRole('button', { name: 'Import another file' }).click()
  await chooseFile(app, page, path)
  await expect(page.locator('[data-unfinished]')).toBeVisible()
  await check(page, 'import, the rest of a file that was stopped')
  await page.getByRole('button', { name: 'Cancel' }).click()
}

async function visitOpenFile(app: ElectronApplication, page: Page, folder: string): Promise<void> {
  const lines = [
    'name,email,jobtitle,x,llm_quality',
    'Ann,ann@example.com,Buyer,1,75 percent',
    'Bo,ann@example.com,Seller,2,50,3,4',
    'Cy,ann@example.com,Seller,2,good',
  ]
  await chooseFile(app, page, writeCsv(folder, 'ragged.csv', lines))
  await checkedFile(page)
  await check(page, 'import, checked')
  await page.locator('tr[data-text="75 percent"]').getByRole('button', { name: /^Show/ }).click()
  await expect(page.getByRole('dialog').locator('tr[data-row]')).toHaveCount(1)
  await check(page, 'import, rows of a finding')
  await page.keyboard.press('Escape')
  await page.locator('tr[data-text="75 percent"]').getByRole('button', { name: 'Fix' }).click()
  await expect(page.getByRole('heading', { name: '1 correction' })).toBeVisible()
  await page.getByRole('combobox', { name: 'What x means' }).selectOption({ label: labelOf('jobtitle') })
  await expect(page.getByRole('region', { name: 'Question' })).toBeVisible()
  await check(page, 'import, a question and a correction')
  await page.getByRole('combobox', { name: 'What x means' }).selectOption('ignore')
  await startButton(page).click()
}

async function visitResult(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: '2 leads scored' })).toBeVisible()
  await check(page, 'import, result with rejects')
  await page.getByRole('button', { name: 'Undo this import' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await check(page, 'import, before an undo')
  await page.getByRole('button', { name: 'Take out 2 leads' }).click()
  await expect(page.getByText('2 leads were taken out.')).toBeVisible()
  await check(page, 'import, after an undo')
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('heading', { name: /^Undone:/ })).toBeVisible()
  await check(page, 'import, undone')
  await page.getByRole('button', { name: 'Import another file' }).click()
  await page.getByRole('button', { name: 'Details of ragged.csv' }).click()
  await expect(page.locator('tr[data-state="undone"]')).toBeVisible()
  await check(page, 'import, history')
}

async function visitLeads(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'See the ranked list' }).click()
  await page.locator('tr[data-lead]').first().click()
  await expect(page.getByRole('complementary', { name: 'Lead details' })).toHaveAttribute('data-lead', /\d/)
  await check(page, 'leads with a panel')
  await page.getByRole('group', { name: 'Bands' }).getByRole('button', { name: /Hot/ }).click()
  await check(page, 'leads, filtered')
  await page.getByRole('textbox', { name: 'Search leads' }).fill('zzzz')
  await expect(page.getByRole('heading', { name: 'No lead fits' })).toBeVisible()
  await check(page, 'leads, nobody fits')
  await page.getByRole('button', { name: /^Model and data/ }).click()
  await expect(page.getByRole('dialog')).toContainText('Data folder')
  await check(page, 'facts')
}

async function visitMonitor(page: Page): Promise<void> {
  for (const part of ['Overview', 'Leads', 'Over time', 'Speed', 'Health', 'Alerts'] as const) {
    await openPart(page, part)
    for (const figure of await page.getByRole('figure').all()) {
      await expect(figure).toHaveAttribute('data-painted', 'true')
    }
    // Rows that come in while one looks make a report anew, and the old one is pale meanwhile.
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
    await check(page, `monitor, ${part}`)
  }
  await openPart(page, 'Leads')
  await page
    .getByRole('figure', { name: /^Scores/ })
    .getByRole('button', { name: 'Show as table' })
    .click()
  await page.getByRole('button', { name: 'Save report' }).click()
  await expect(page.getByRole('menuitem').first()).toBeVisible()
  await check(page, 'monitor, a chart as a table and a menu')
  await page.keyboard.press('Escape')
  await page
    .getByRole('button', { name: /^Show the [\d,]+ leads:/ })
    .first()
    .click()
  await expect(page.locator('[data-behind]')).toBeVisible()
  await check(page, 'leads behind a finding')
}

async function visitSettings(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Model and data/ }).click()
  await page.getByRole('tab', { name: 'Monitor settings' }).click()
  await page.locator('[data-threshold="errorShare"]').getByRole('textbox').fill('much')
  await expect(page.getByText('Write a number.')).toBeVisible()
  await check(page, 'settings, with a wrong number')
}

async function check(page: Page, state: string): Promise<void> {
  // Half-way through a fade every contrast is too low; it is the end that counts.
  await page.evaluate(() =>
    Promise.allSettled(document.getAnimations().map((animation) => animation.finished)),
  )
  // Legacy mode: the default opens a page of its own, which an app does not let anybody do.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`,
  )
  expect(found, state).toEqual([])
}
