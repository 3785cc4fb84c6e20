import type { BrowserWindowConstructorOptions } from 'electron'
import type { WindowPlace } from './window-state.ts'

/** What a window's options depend on. */
export interface WindowSetting {
  readonly preloadFile: string
  readonly iconFile: string
  readonly place: WindowPlace
  readonly isDark: boolean
  /** Developer tools are there while developing only. */
  readonly isDeveloping: boolean
}

/** The page's own ground, so that the window does not flash before the page is drawn. */
const GROUND = { light: '#f4f6f5', dark: '#0e1312' }

/** The options of every window. Security is spelt out here even where it is Electron's default, and tested. */
export function windowOptions(setting: WindowSetting): BrowserWindowConstructorOptions {
  return {
    ...setting.place.bounds,
    minWidth: 640,
    minHeight: 480,
    show: false,
    title: 'Leadlight',
    icon: setting.iconFile,
    backgroundColor: setting.isDark ? GROUND.dark : GROUND.light,
    webPreferences: {
      preload: setting.preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      // A dropped file is for the page to handle, never an address to go to.
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: setting.isDeveloping,
    },
  }
}
