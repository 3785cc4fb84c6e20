/** Dialogs: Chromium's own where there is a window, else the answer of a user who closes them. Tests replace them. */
import { existsSync } from 'node:fs'
import { basename, extname, isAbsolute, join } from 'node:path'
import { isHeadless } from '../context.ts'
import { strict } from '../strict.ts'
import { app } from './app.ts'
import { BrowserWindow } from './browser-window.ts'
import { type PickOptions, pickFiles } from './pick-files.ts'

interface SaveOptions {
  readonly defaultPath?: string
}
interface MessageOptions {
  readonly message?: string
  readonly detail?: string
  readonly defaultId?: number
  readonly cancelId?: number
}

/** Dialogs take `(window, options)` or `(options)`. */
function withWindow<O extends object, R>(show: (options: O, window: BrowserWindow | null) => Promise<R>) {
  return (first: BrowserWindow | O, second?: O): Promise<R> =>
    first instanceof BrowserWindow
      ? show(second ?? ({} as O), first)
      : show(first, BrowserWindow.getFocusedWindow())
}

/** A path no file has yet: the stand-in cannot ask whether to replace one. */
function freePath(wanted: string): string {
  const extension = extname(wanted)
  const stem = wanted.slice(0, wanted.length - extension.length)
  for (let i = 1; ; i++) {
    const path = i === 1 ? wanted : `${stem} (${i})${extension}`
    if (!existsSync(path)) return path
  }
}

export const dialog = strict('dialog', {
  showOpenDialog: withWindow(async (options: PickOptions, window) => {
    const filePaths = isHeadless || !window ? [] : await pickFiles(await window.webContents.page(), options)
    return { canceled: filePaths.length === 0, filePaths }
  }),
  showSaveDialog: withWindow(async ({ defaultPath = 'untitled' }: SaveOptions) => {
    if (isHeadless) return { canceled: true, filePath: '' }
    const wanted = isAbsolute(defaultPath)
      ? defaultPath
      : join(app.getPath('downloads'), basename(defaultPath))
    const filePath = freePath(wanted)
    console.log(`Saving to ${filePath}`)
    return { canceled: false, filePath }
  }),
  showMessageBox: withWindow(async (options: MessageOptions, window) => {
    const { message = '', detail = '', defaultId = 0, cancelId = 0 } = options
    const text = [message, detail].filter(Boolean).join('\n\n')
    if (isHeadless || !window) {
      console.log(text)
      return { response: cancelId, checkboxChecked: false }
    }
    const isConfirmed = await window.webContents.executeJavaScript(`confirm(${JSON.stringify(text)})`)
    return { response: isConfirmed ? defaultId : cancelId, checkboxChecked: false }
  }),
  showErrorBox: (title: string, content: string) => console.error(`${title}: ${content}`),
})
