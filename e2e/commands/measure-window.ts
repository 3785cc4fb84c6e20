/**
 * How the window fares during an import: starts the built app on a file given to it, imports the file by hand of a user,
 * saves a lead from the page now and then, and prints the longest stalls as JSON. Argument: file.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { WindowMeasurement } from '../../electron/cli/bench/import-bench.ts'
import { firstPage, startApp } from '../specs/app-fixture.ts'
import { chooseFile, startButton } from '../specs/window.ts'
import { runTool } from './run-tool.ts'
import { watchStalls } from './watch-stalls.ts'

const LONGEST_IMPORT_MS = 300_000
const [file = ''] = process.argv.slice(2)

if (!runTool('e2e/commands/ensure-browser.ts', [])) process.exit(1)
if (!runTool('node_modules/electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'error']))
  process.exit(1)
const userData = mkdtempSync(join(tmpdir(), 'leadlight-window-'))
const app = await startApp(userData)
try {
  const page = await firstPage(app)
  await chooseFile(app, page, file)
  await startButton(page).waitFor({ timeout: LONGEST_IMPORT_MS })
  const stalls = await watchStalls(app, page)
  await saveLeads(page)
  const began = performance.now()
  await startButton(page).click()
  await page.getByRole('heading', { name: /leads? scored$/ }).waitFor({ timeout: LONGEST_IMPORT_MS })
  const seconds = (performance.now() - began) / 1000
  const measurement: WindowMeasurement = { seconds, ...(await stalls()), leadMs: await leadTimes(page) }
  process.stdout.write(JSON.stringify(measurement))
} finally {
  await app.close()
  rmSync(userData, { recursive: true, force: true })
}

/** Saves a lead ten times a second. */
async function saveLeads(page: Page): Promise<void> {
  await page.evaluate(() => {
    const leadMs: number[] = []
    const nobody = { name: null, company: null, email: null, link: null }
    setInterval(async () => {
      const began = performance.now()
      await window.leadlight.saveLead({ fields: { jobtitle: 'Sales Manager' }, identity: nobody })
      leadMs.push(performance.now() - began)
    }, 100)
    Object.assign(window, { leadMs })
  })
}

async function leadTimes(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => (window as unknown as { leadMs: readonly number[] }).leadMs)
}
