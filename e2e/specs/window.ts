/** What specs of the views do again and again, as a user does it. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Locator, Page } from '@playwright/test'
import type { Alert } from '../../electron/contract/alerts.ts'
import type {
  Batch,
  HistoryOverview,
  LeadDetail,
  LeadPage,
  LeadQuery,
} from '../../electron/contract/history.ts'
import type { Result } from '../../electron/contract/result.ts'
import { answerOpenDialog, expect } from './app-fixture.ts'

/** Goes to a view by the navigation. */
export async function show(page: Page, view: 'Score' | 'Import' | 'Leads' | 'Monitor'): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: view }).click()
  await expect(page.locator(`main[data-view="${view.toLowerCase()}"]`)).toBeVisible()
}

/** Goes to a part of Monitor, and waits for what it says. */
export async function openPart(
  page: Page,
  part: 'Overview' | 'Leads' | 'Over time' | 'Speed' | 'Health' | 'Alerts',
): Promise<void> {
  await show(page, 'Monitor')
  await page.getByRole('tab', { name: part }).click()
  await expect(
    page
      .getByRole('tabpanel', { name: part })
      .locator('[data-report], [data-summary], [data-alerts]')
      .first(),
  ).toBeVisible()
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
}

/** Writes a CSV file of invented leads. */
export function writeCsv(folder: string, fileName: string, lines: readonly string[]): string {
  const path = join(folder, fileName)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

/** Lines of a CSV file with this many invented leads, from cold to hot. */
export function inventedLeads(count: number): readonly string[] {
  const rows = Array.from(
    { length: count },
    (_, row) =>
      `Invented Person ${row},Invented Firm ${row % 7},person${row}@example.com,Head of Sales,${row % 101},0.${row % 10}`,
  )
  return ['name,company,email,jobtitle,llm_quality,llm_engagement', ...rows]
}

/** Lines of a CSV file that takes seconds to import and little room on disk. */
export function aMillionLeads(): readonly string[] {
  return [
    'name,jobtitle,llm_quality',
    ...Array.from({ length: 1_000_000 }, (_, row) => `P${row},Buyer,${row % 101}`),
  ]
}

/** Chooses a file in Import through the system's dialog, which is answered for the user. */
export async function chooseFile(app: ElectronApplication, page: Page, path: string | null): Promise<void> {
  await answerOpenDialog(app, path)
  await show(page, 'Import')
  await page.getByRole('button', { name: /^Choose/ }).click()
}

/** Waits until every row of the open file has been checked; what is on screen then is true. */
export async function checkedFile(page: Page): Promise<void> {
  await expect(page.locator('[data-check="done"]')).toBeVisible()
}

/** Chooses a file and waits for what the check says of it. */
export async function chooseAndCheck(app: ElectronApplication, page: Page, path: string): Promise<void> {
  await chooseFile(app, page, path)
  await checkedFile(page)
}

/** The button that starts the import. */
export function startButton(page: Page): Locator {
  return page.getByRole('button', { name: /^Score (about )?[\d,]+ leads?$/ })
}

/** Starts the import of a long file without waiting for its check. */
export async function startUnchecked(app: ElectronApplication, page: Page, path: string): Promise<void> {
  await chooseFile(app, page, path)
  await page.getByRole('button', { name: 'Skip the check' }).click()
  await startButton(page).click()
}

/** Imports a file with the suggested mapping and waits for its result. */
export async function importFile(app: ElectronApplication, page: Page, path: string): Promise<void> {
  await chooseFile(app, page, path)
  await startButton(page).click()
  await expect(page.getByRole('heading', { name: /leads? scored$/ })).toBeVisible()
}

/** The chance as it is shown in Score, once it belongs to what stands in the form. */
export async function settledChance(page: Page): Promise<string> {
  await page.locator('[data-settled="true"]').waitFor()
  return page.getByRole('complementary', { name: 'Score' }).getByRole('status').first().innerText()
}

/** What the engine says the history holds. */
export async function overviewOf(page: Page): Promise<HistoryOverview> {
  return valueIn(await page.evaluate(() => window.leadlight.historyOverview({})))
}

/** A page of the list as the engine orders it. */
export async function listOf(page: Page, query: LeadQuery): Promise<LeadPage> {
  return valueIn(await page.evaluate((asked) => window.leadlight.listLeads(asked), query))
}

/** Every import, as the engine lists them. */
export async function batchesOf(page: Page): Promise<readonly Batch[]> {
  return valueIn(await page.evaluate(() => window.leadlight.listBatches({})))
}

/** Every alert, as the engine lists them. */
export async function alertsOf(page: Page): Promise<readonly Alert[]> {
  return valueIn(await page.evaluate(() => window.leadlight.listAlerts({})))
}

/** A lead with all it was scored by. */
export async function leadOf(page: Page, id: number): Promise<LeadDetail> {
  return valueIn(await page.evaluate((asked) => window.leadlight.getLead({ id: asked }), id))
}

/** The leads of an import in the order of its file. */
export async function leadsOfBatch(page: Page, batch: number): Promise<readonly LeadDetail[]> {
  const { rows } = await listOf(page, { order: 'oldest', batch, limit: 500 })
  const leads = await Promise.all(rows.map(({ id }) => leadOf(page, id)))
  return leads.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0))
}

/** Numbers of the leads in sight, from top to bottom. */
export async function shownLeads(page: Page): Promise<readonly number[]> {
  const rows = page.getByRole('grid', { name: 'Leads' }).locator('tr[data-lead]')
  return rows.evaluateAll((elements) =>
    elements
      .toSorted((a, b) => Number(a.ariaRowIndex) - Number(b.ariaRowIndex))
      .map((element) => Number(element.getAttribute('data-lead'))),
  )
}

/** Presses Tab until the focus is on this element: what a user without a mouse does. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  const isFocused = () => target.evaluate((element) => element === document.activeElement)
  for (let presses = 0; presses < 60; presses++) {
    if (await isFocused()) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`60 times Tab did not reach ${String(target)}`)
}

/** The value of an answer; a refusal fails the spec with its sentence. */
export function valueIn<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.value
}
