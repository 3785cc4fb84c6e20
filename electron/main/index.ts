/** The app's start: a table of contents. */

// First of all: ONNX Runtime reports its use over the network unless this is in the process's own environment before any
// thread loads it.
process.env.ORT_DISABLE_TELEMETRY = '1'

import { app, BrowserWindow, clipboard, crashReporter, Menu, protocol, session, shell } from 'electron'
import { type AppEvent, EVENT_CHANNEL } from '../contract/methods.ts'
import { openEngine } from '../engine/engine.ts'
import { createAlertWatch } from './alerts/alert-watch.ts'
import { notifyAlerts } from './alerts/notify-alerts.ts'
import { systemNotifications } from './alerts/system-notifications.ts'
import { createFileTickets } from './calls/file-tickets.ts'
import { createHandlers } from './calls/handlers.ts'
import { installIpcGate } from './calls/ipc-gate.ts'
import { createJobs } from './calls/jobs.ts'
import { removePastedTables } from './calls/pasted-tables.ts'
import { createSenderTrust } from './calls/trusts-sender.ts'
import { createWorkspaces } from './calls/workspaces.ts'
import { closeBeforeQuit } from './close-before-quit.ts'
import { locate } from './locations.ts'
import { printPage } from './printing/print-page.ts'
import { requireRuntime } from './require-runtime.ts'
import { registerAppScheme, serveApp } from './security/app-protocol.ts'
import { hardenContents } from './security/harden-contents.ts'
import { hardenSession } from './security/harden-session.ts'
import { openOutside } from './security/open-outside.ts'
import { pageAddress } from './security/page-address.ts'
import { quietChromium } from './security/quiet-chromium.ts'
import { createWindow, showWindow } from './window/create-window.ts'
import { askToContinue, fileDialogs } from './window/file-dialogs.ts'
import { menuTemplate } from './window/menu-template.ts'

const isDeveloping = !app.isPackaged && process.env.ELECTRON_RENDERER_URL !== undefined
const page = pageAddress({ isPackaged: app.isPackaged, developmentUrl: process.env.ELECTRON_RENDERER_URL })
const places = locate({
  mainDir: import.meta.dirname,
  appPath: app.getAppPath(),
  resourcesPath: process.resourcesPath,
  isPackaged: app.isPackaged,
  userData: app.getPath('userData'),
})

requireRuntime()
// Before the app is ready: later it is too late for both.
quietChromium(app.commandLine)
registerAppScheme(protocol)
keepCrashDumpsHere()
// The second start brings the first one's window forward and ends.
if (app.requestSingleInstanceLock()) start()
else app.quit()

function start(): void {
  app.on('second-instance', () => showWindow(BrowserWindow.getAllWindows()[0]))
  app.on('window-all-closed', () => process.platform !== 'darwin' && app.quit())
  // Before any window: it must not exist for a moment without.
  app.on('web-contents-created', (_event, contents) => hardenContents(contents, page, offerToOpen))
  void app.whenReady().then(() => {
    hardenSession(session.defaultSession, page)
    if (!isDeveloping) serveApp(protocol, places.rendererDir)
    openCalls()
    setMenu()
    openWindow()
    app.on('activate', () => BrowserWindow.getAllWindows().length === 0 && openWindow())
  })
}

/** Opens the gate, and the engine behind it on first use: the window is there before the history is. */
function openCalls(): void {
  const jobs = createJobs()
  const workspaces = createWorkspaces({
    dataDir: places.dataDir,
    openEngine: async (dataDir) => {
      const engine = await openEngine({ ...places, dataDir, access: 'write' })
      // Only now is the folder ours. What cannot be removed is no reason not to start: it goes the next time.
      await removePastedTables(dataDir).catch(console.error)
      return engine
    },
    beforeClose: () => jobs.cancelAll(),
  })
  const watch = createAlertWatch({
    engine: () => workspaces.engine(),
    nowMs: () => Date.now(),
    after: callLater,
    onChange: (raised) => {
      tell({ kind: 'alertsChanged' })
      notifyAlerts(raised, systemNotifications, showMonitor)
    },
  })
  const handlers = createHandlers({
    version: app.getVersion(),
    platform: process.platform,
    resourcesDir: places.resourcesDir,
    workspaces,
    jobs,
    watch,
    tickets: createFileTickets(),
    dialogs: fileDialogs,
    printPage,
    nowMs: () => Date.now(),
    writeClipboard: (text) => clipboard.writeText(text),
    tell,
  })
  installIpcGate(
    handlers,
    createSenderTrust(page, () => BrowserWindow.getAllWindows()),
  )
  watch.start()
  // The watch first: it would open the history again.
  closeBeforeQuit(app, () => watch.stop().then(() => workspaces.close()))
}

function openWindow(): void {
  createWindow({ ...places, page, isDeveloping })
}

function showMonitor(): void {
  showWindow(BrowserWindow.getAllWindows()[0])
  tell({ kind: 'command', command: 'show-monitor' })
}

function callLater(ms: number, callBack: () => void): () => void {
  const timer = setTimeout(callBack, ms)
  return () => clearTimeout(timer)
}

function setMenu(): void {
  const onCommand = (command: Extract<AppEvent, { kind: 'command' }>['command']) =>
    tell({ kind: 'command', command })
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(menuTemplate({ platform: process.platform, isDeveloping, onCommand })),
  )
}

function tell(event: AppEvent): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send(EVENT_CHANNEL, event)
}

function offerToOpen(url: string): void {
  void openOutside(url, { ask: askToContinue, open: (address) => shell.openExternal(address) })
}

function keepCrashDumpsHere(): void {
  crashReporter.start({ uploadToServer: false })
}
