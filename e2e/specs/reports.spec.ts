/** Reports as files, and the guide that says what they mean. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { chromium, type ElectronApplication, type Page } from '@playwright/test'
import { findChromium } from '../host/find-chromium.ts'
import { answerSaveDialog, expect, test } from './app-fixture.ts'
import { manifest } from './bundled-model.ts'
import { ask, LAST_30_DAYS } from './own-engine.ts'
import { SAMPLE, SHIFTED } from './samples.ts'
import { importFile, openPart, show } from './window.ts'

const engineReport = (userData: string) => ask(userData, (engine) => engine.driftReport(LAST_30_DAYS))

/** Saves what Monitor shows; gives the file's path. */
async function saveReport(
  app: ElectronApplication,
  page: Page,
  userData: string,
  format: 'HTML' | 'PDF' | 'CSV',
) {
  const path = join(userData, `report.${format.toLowerCase()}`)
  await answerSaveDialog(app, path)
  await page.getByRole('button', { name: 'Save report' }).click()
  await page.getByRole('menuitem', { name: format }).click()
  await expect(page.getByText(`The report was written to report.${format.toLowerCase()}.`)).toBeVisible({
    // Printing starts a page of its own.
    timeout: 30_000,
  })
  return path
}

test('a report is a page that opens offline and holds the engine’s numbers', async ({
  app,
  page,
  userData,
}) => {
  await importFile(app, page, SHIFTED)
  await openPart(page, 'Leads')
  const path = await saveReport(app, page, userData, 'HTML')
  const report = await engineReport(userData)
  // Not in the app: whoever gets the file opens it in a browser.
  const browser = await chromium.launch({ executablePath: findChromium() ?? chromium.executablePath() })
  try {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ colorScheme, offline: true })
      const opened = await context.newPage()
      const asked: string[] = []
      const complaints: string[] = []
      opened.on('request', (request) => asked.push(request.url()))
      opened.on('console', (message) => complaints.push(message.text()))
      await opened.goto(`file://${path}`)
      await expect(opened.getByText(report.headline)).toBeVisible()
      await expect(opened.getByText(report.ruleSentence)).toBeVisible()
      await expect(opened.getByText(manifest.provenance.sentence)).toBeVisible()
      const rows = await opened
        .locator('tr[data-measure]')
        .evaluateAll((all) =>
          all.map((row) => [
            row.getAttribute('data-field'),
            row.getAttribute('data-measure'),
            Number(row.querySelector('data')?.value),
          ]),
        )
      expect(rows).toEqual(
        report.fields.map(({ field, measure, statistic }) => [field, measure, statistic?.value]),
      )
      expect((await new AxeBuilder({ page: opened }).setLegacyMode().analyze()).violations).toEqual([])
      expect([asked, complaints]).toEqual([[`file://${path}`], []])
    }
  } finally {
    await browser.close()
  }
})

test('a report is printed to a PDF, and nothing is left of the window that did it', async ({
  app,
  page,
  userData,
}) => {
  await importFile(app, page, SAMPLE)
  await openPart(page, 'Leads')
  const pdf = readFileSync(await saveReport(app, page, userData, 'PDF'), 'latin1')
  expect(pdf.slice(0, 5)).toBe('%PDF-')
  expect(pdf.trimEnd().slice(-5)).toBe('%%EOF')
  // A4, on more than one page.
  expect(pdf.match(/\/MediaBox \[0 0 59\d(\.\d+)? 84\d(\.\d+)?\]/g)?.length).toBeGreaterThan(1)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('the numbers of a report are a table for a spreadsheet', async ({ app, page, userData }) => {
  await importFile(app, page, SAMPLE)
  await openPart(page, 'Leads')
  const csv = readFileSync(await saveReport(app, page, userData, 'CSV'), 'utf8')
  const { fields } = await engineReport(userData)
  const lines = csv.trimEnd().split('\r\n')
  // Their names, a row for each field and measure, one for the scores.
  expect(lines).toHaveLength(fields.length + 2)
  for (const [index, { field, statistic }] of fields.entries()) {
    expect(lines[index + 1]?.startsWith(`${field},`)).toBe(true)
    expect(lines[index + 1]).toContain(`,${statistic?.value},`)
  }
})

test('nothing is written when the dialog is closed', async ({ app, page }) => {
  await importFile(app, page, SAMPLE)
  await openPart(page, 'Leads')
  await answerSaveDialog(app, null)
  await page.getByRole('button', { name: 'Save report' }).click()
  await page.getByRole('menuitem', { name: 'PDF' }).click()
  await expect(page.getByRole('button', { name: 'Save report' })).toBeEnabled()
  await expect(page.getByText(/^The report was written/)).toHaveCount(0)
})

for (const theme of ['light', 'dark'] as const) {
  test(`the guide opens where it speaks of what is on screen, ${theme}`, async ({ app, page }) => {
    await app.evaluate(({ nativeTheme }, source) => {
      nativeTheme.themeSource = source
    }, theme)
    await importFile(app, page, SAMPLE)
    for (const part of ['Overview', 'Leads', 'Over time', 'Speed', 'Health', 'Alerts'] as const) {
      await openPart(page, part)
      await page.getByRole('button', { name: 'What does this mean?' }).click()
      const guide = page.getByRole('dialog')
      const heading = guide.getByRole('heading', { name: part, exact: true })
      await expect(heading).toBeFocused()
      await expect(heading).toBeInViewport()
      await page.keyboard.press('Escape')
      await expect(guide).toHaveCount(0)
    }
    await show(page, 'Score')
    await page.getByRole('button', { name: /^Model and data/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('tab', { name: 'Guide' }).click()
    await dialog.getByRole('button', { name: 'When to retrain' }).click()
    await expect(dialog.getByRole('heading', { name: 'When to retrain' })).toBeInViewport()
    await expect(dialog.getByRole('cell', { name: 'scoring failed 3 times within 5 minutes' })).toBeVisible()
    expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([])
  })
}
