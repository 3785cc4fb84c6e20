/**
 * The app for a spec: started for each test with a data folder of its own, in real Electron where its binary is there, else
 * in the stand-in (`e2e/host`). E2E_HOST=electron or =double forces one; E2E_APP names another app than the one built in
 * the repository, for instance a packed app.asar.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, test as base, type ElectronApplication, expect, type Page } from '@playwright/test'
import type { MenuCommand } from '../../electron/contract/methods.ts'
import { chooseTestHost, packagedProgram } from '../host/electron-binary.ts'
import { findChromium } from '../host/find-chromium.ts'

const root = resolve(import.meta.dirname, '../..')

/** What runs the app in this test run. */
export const host: 'electron' | 'double' = chooseTestHost()

/** The app under test. */
export const target = resolve(root, process.env.E2E_APP ?? '.')

if (host === 'double') {
  // Playwright asks the `electron` package for its binary; this is that package's own way to name another.
  process.env.ELECTRON_OVERRIDE_DIST_PATH = join(root, 'e2e/host')
  // Found once for all starts.
  process.env.CHROMIUM_PATH ??= findChromium() ?? ''
}

/** Starts the app on a user data folder. The folder outlives the app: starting again finds what was saved. */
export async function startApp(userData: string, env: NodeJS.ProcessEnv = {}): Promise<ElectronApplication> {
  const options = {
    cwd: root,
    // The user root cannot have Chromium's sandbox; everyone else tests with it.
    chromiumSandbox: process.getuid?.() !== 0,
    env: definedOnly({ ...process.env, ...env }),
  }
  const ownFolder = `--user-data-dir=${userData}`
  // A package has a program of its own; everything else is run by Electron's, or by what stands for it.
  return host === 'electron' && target.endsWith('.asar')
    ? _electron.launch({ ...options, executablePath: packagedProgram(target), args: [ownFolder] })
    : _electron.launch({ ...options, args: [target, ownFolder] })
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

/** The app's first window, once it shows the app or says why it cannot. */
export async function firstPage(app: ElectronApplication): Promise<Page> {
  const page = await app.firstWindow()
  await page.locator('[data-ready]').waitFor()
  return page
}

/** Chooses an item of the application's menu by its command. */
export async function chooseFromMenu(app: ElectronApplication, command: MenuCommand): Promise<void> {
  await app.evaluate(({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(), command)
}

/** Answers the next open dialogs with this file, or as a user who closes them. */
export async function answerOpenDialog(app: ElectronApplication, path: string | null): Promise<void> {
  await app.evaluate(({ dialog }, file) => {
    dialog.showOpenDialog = async () => ({ canceled: file === null, filePaths: file === null ? [] : [file] })
  }, path)
}

/** Answers the next save dialogs with this file, or as a user who closes them. */
export async function answerSaveDialog(app: ElectronApplication, path: string | null): Promise<void> {
  await app.evaluate(({ dialog }, file) => {
    dialog.showSaveDialog = async () => ({ canceled: file === null, filePath: file ?? '' })
  }, path)
}

/** Drops a file onto the middle of the window, as from the system's file manager. */
export async function dropFile(app: ElectronApplication, page: Page, path: string): Promise<void> {
  const devTools = await app.context().newCDPSession(page)
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }))
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devTools.send('Input.dispatchDragEvent', { type, x: width / 2, y: height / 2, data })
  }
}

interface Fixtures {
  /** A folder for the app's data and for files of the test; removed afterwards. */
  readonly userData: string
  readonly app: ElectronApplication
  readonly page: Page
}

/** Playwright's `test` with the app in it. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
  userData: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'leadlight-e2e-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
  app: async ({ userData }, use) => {
    const app = await startApp(userData)
    await use(app)
    await app.close()
  },
  page: async ({ app }, use) => {
    await use(await firstPage(app))
  },
})

export { expect }
