/** Runs an Electron app's built main bundle under Node, with `electron` resolved to api/electron.ts. */
import { createRequire, registerHooks } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from './api/app.ts'
import { BrowserWindow } from './api/browser-window.ts'
import { noticeWindow, watchForWindows } from './api/page-target.ts'
import { startChromium } from './chromium.ts'
import { appPackage, commandLine, isHeadless, setChromium } from './context.ts'
import type { DevToolsEvent } from './devtools-pipe.ts'

lookLikeElectron()
for (const file of commandLine.preloads) createRequire(import.meta.url)(resolve(file))
// After the main module's first turn: until then it may add switches.
setImmediate(() => start().catch(fail))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
await import(pathToFileURL(appPackage.mainFile).href).catch(fail)

function lookLikeElectron(): void {
  const require = createRequire(import.meta.url)
  const { version }: { version: string } = require('electron/package.json')
  Object.defineProperty(process.versions, 'electron', { value: version, enumerable: true })
  const { resourcesPath } = appPackage
  Object.assign(process, {
    type: 'browser',
    argv: [join(import.meta.dirname, 'electron'), ...process.argv.slice(2)],
    resourcesPath: resourcesPath ?? join(import.meta.dirname, 'resources'),
    ...(resourcesPath ? {} : { defaultApp: true }),
  })
  const standIn = new URL('./api/electron.ts', import.meta.url).href
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron' || specifier === 'electron/main'
        ? { url: standIn, shortCircuit: true }
        : next(specifier, context),
  })
}

async function start(): Promise<void> {
  // Playwright connects where this line says.
  const onDebugPort = (line: string) => void process.stderr.write(`${line}\n`)
  // The app's own profile folder stays the app's: Chromium gets one that goes with it.
  const switches = new Map(commandLine.switches)
  switches.delete('user-data-dir')
  const chromium = startChromium({ switches, headless: isHeadless, onDebugPort })
  setChromium(chromium)
  void chromium.gone.then((code) => {
    if (!app.isQuitting()) process.exit(code ?? 1)
  })
  chromium.devTools.listen('', onBrowserEvent)
  await chromium.devTools.send('Target.setDiscoverTargets', { discover: true })
  if (!isHeadless) await watchForWindows(chromium.devTools)
  app.becomeReady()
}

function onBrowserEvent(event: DevToolsEvent): void {
  noticeWindow(event)
  if (event.method !== 'Target.targetDestroyed') return
  const { targetId } = event.params
  BrowserWindow.getAllWindows()
    .find((window) => window.webContents.targetId === targetId)
    ?.onClosedByUser()
}

function fail(error: unknown): never {
  console.error(error)
  process.exit(1)
}
