/** Opens the app's window and keeps its size and place. */
import { BrowserWindow, nativeTheme, screen } from 'electron'
import type { PageAddress } from '../security/page-address.ts'
import { reviveWhenGone } from './revive-page.ts'
import { windowOptions } from './window-options.ts'
import { placeWindow, readWindowState, saveWindowState } from './window-state.ts'

/** What a window is made from. */
export interface WindowParts {
  readonly page: PageAddress
  readonly preloadFile: string
  readonly iconFile: string
  readonly stateFile: string
  readonly isDeveloping: boolean
}

/** Opens a window on the app's page, where the last one was. */
export function createWindow({ page, stateFile, ...files }: WindowParts): BrowserWindow {
  const workAreas = screen.getAllDisplays().map((display) => display.workArea)
  const place = placeWindow(readWindowState(stateFile), workAreas)
  const window = new BrowserWindow(
    windowOptions({ ...files, place, isDark: nativeTheme.shouldUseDarkColors }),
  )
  if (place.isMaximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => keepState(window, stateFile))
  const load = () => {
    window.loadURL(page.url).catch((thrown: unknown) => {
      // A window closed while it loads is no failure.
      if (!window.isDestroyed()) throw thrown
    })
  }
  reviveWhenGone(window.webContents, load)
  load()
  return window
}

/** Brings a window forward. */
export function showWindow(window: BrowserWindow | undefined): void {
  if (window?.isMinimized()) window.restore()
  window?.show()
  window?.focus()
}

function keepState(window: BrowserWindow, stateFile: string): void {
  try {
    saveWindowState(stateFile, {
      version: 1,
      bounds: window.getNormalBounds(),
      isMaximized: window.isMaximized(),
    })
  } catch (thrown) {
    // A full disk must not keep the window open.
    console.error(thrown)
  }
}
