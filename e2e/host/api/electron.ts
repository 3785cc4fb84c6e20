/**
 * What `import ... from 'electron'` gives the app's main process here. Only what the app uses, plus a little; anything else
 * throws by name, or fails to be imported by name.
 */
export { app } from './app.ts'
export { BrowserWindow } from './browser-window.ts'
export { clipboard } from './clipboard.ts'
export { dialog } from './dialog.ts'
export { ipcMain } from './ipc-main.ts'
export { Menu, MenuItem } from './menu.ts'
export { nativeTheme } from './native-theme.ts'
export { net } from './net.ts'
export { Notification } from './notification.ts'
export { protocol } from './protocol.ts'
export { screen } from './screen.ts'
export { session } from './session.ts'
export { shell } from './shell.ts'
export { webContents } from './web-contents.ts'

/** Crash dumps stay with Chromium's own profile, which goes with it. */
export const crashReporter = { start: (): void => undefined }
