/**
 * How the window fares while the monitor's reports are made: starts the built app on a history that is there, opens the
 * reports over all of its leads by hand of a user, and prints how long they took and the longest stalls as JSON. Argument:
 * the folder the app keeps everything in.
 */
import type { Page } from '@playwright/test'
import type { MonitorWindowMeasurement } from '../../electron/cli/bench/monitor-window.ts'
import { firstPage, startApp } from '../specs/app-fixture.ts'
import { show } from '../specs/window.ts'
import { runTool } from './run-tool.ts'
import { watchStalls } from './watch-stalls.ts'

const LONGEST_REPORT_MS = 120_000
const [userData = ''] = process.argv.slice(2)

if (!runTool('e2e/commands/ensure-browser.ts', [])) process.exit(1)
const began = performance.now()
const app = await startApp(userData)
try {
  const page = await firstPage(app)
  await page.locator('[data-total]').waitFor({ timeout: LONGEST_REPORT_MS })
  const listSeconds = secondsSince(began)
  const stalls = await watchStalls(app, page)
  await show(page, 'Monitor')
  const reports = { leads: await openLeads(page), overTime: await openPart(page, 'Over time') }
  const measurement: MonitorWindowMeasurement = { listSeconds, reportSeconds: reports, ...(await stalls()) }
  process.stdout.write(JSON.stringify(measurement))
} finally {
  await app.close()
}

/** The report over all leads, which nobody has asked for before; seconds until it is drawn. */
async function openLeads(page: Page): Promise<number> {
  await page.getByRole('tab', { name: 'Leads' }).click()
  await page.getByRole('combobox', { name: 'Leads' }).selectOption({ label: 'All leads' })
  const asked = performance.now()
  const report = page.locator('[data-report="drift"]')
  await report.getByRole('heading', { name: /: all leads/ }).waitFor({ timeout: LONGEST_REPORT_MS })
  await painted(page)
  return secondsSince(asked)
}

async function openPart(page: Page, part: string): Promise<number> {
  const asked = performance.now()
  await page.getByRole('tab', { name: part }).click()
  await page
    .getByRole('tabpanel', { name: part })
    .locator('[data-report]')
    .waitFor({ timeout: LONGEST_REPORT_MS })
  return secondsSince(asked)
}

async function painted(page: Page): Promise<void> {
  await page.locator('figure[data-painted="true"]').first().waitFor({ timeout: LONGEST_REPORT_MS })
}

function secondsSince(start: number): number {
  return (performance.now() - start) / 1000
}
