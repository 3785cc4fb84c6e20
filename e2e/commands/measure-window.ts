/**
 * How the window fares during an import: starts the built app on a file given to it, imports the file by hand of a user,
 * saves a lead from the page now and then, and prints the longest stalls as JSON. Argument: file.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import type { WindowMeasurement } from '../../electron/cli/bench/import-bench.ts'
import { firstPage, startApp } from '../specs/app-fixture.ts'
import { chooseFile, startButton } from '../specs/window.ts'
import { runTool } from './run-tool.ts'

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
  await watchMain(app)
  await watchPage(page)
  const began = performance.now()
  await startButton(page).click()
  await page.getByRole('heading', { name: /leads? scored$/ }).waitFor({ timeout: LONGEST_IMPORT_MS })
  const seconds = (performance.now() - began) / 1000
  const measurement: WindowMeasurement = {
    seconds,
    mainStallMs: await mainStall(app),
    ...(await seenByPage(page)),
  }
  process.stdout.write(JSON.stringify(measurement))
} finally {
  await app.close()
  rmSync(userData, { recursive: true, force: true })
}

async function watchMain(application: ElectronApplication): Promise<void> {
  await application.evaluate(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks')
    const delays = monitorEventLoopDelay({ resolution: 1 })
    delays.enable()
    Object.assign(globalThis, { delays })
  })
}

async function mainStall(application: ElectronApplication): Promise<number> {
  return application.evaluate(() => {
    const { delays } = globalThis as unknown as { delays: { max: number } }
    return delays.max / 1e6
  })
}

/** A beat every few milliseconds: the longest time between two is the longest stall. Saves a lead ten times a second. */
async function watchPage(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen = { rendererStallMs: 0, leadMs: [] as number[] }
    let last = performance.now()
    setInterval(() => {
      const now = performance.now()
      seen.rendererStallMs = Math.max(seen.rendererStallMs, now - last)
      last = now
    }, 4)
    const nobody = { name: null, company: null, email: null, link: null }
    setInterval(async () => {
      const began = performance.now()
      await window.leadlight.saveLead({ fields: { jobtitle: 'Sales Manager' }, identity: nobody })
      seen.leadMs.push(performance.now() - began)
    }, 100)
    Object.assign(window, { seen })
  })
}

async function seenByPage(page: Page): Promise<{ rendererStallMs: number; leadMs: number[] }> {
  return page.evaluate(() => {
    const { seen } = window as unknown as { seen: { rendererStallMs: number; leadMs: number[] } }
    return seen
  })
}
