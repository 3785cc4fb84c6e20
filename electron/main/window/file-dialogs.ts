/** The system's dialogs, as the handlers and links ask for them. */
import { extname } from 'node:path'
import { BrowserWindow, dialog } from 'electron'
import type { FileDialogs } from '../calls/handlers.ts'

const LISTS = { name: 'Spreadsheets and CSV files', extensions: ['csv', 'tsv', 'txt', 'xlsx', 'xlsm'] }
/** Kinds of file the app writes, by the end of their name. */
const WRITTEN: Readonly<Record<string, string>> = {
  '.csv': 'CSV files',
  '.html': 'Web pages',
  '.pdf': 'PDF files',
  '.png': 'PNG pictures',
}
const ANY = { name: 'All files', extensions: ['*'] }

/** Dialogs for choosing a file to import and a place to export to. */
export const fileDialogs: FileDialogs = {
  async chooseFile() {
    const options: Electron.OpenDialogOptions = { properties: ['openFile'], filters: [LISTS, ANY] }
    const window = BrowserWindow.getFocusedWindow()
    const { canceled, filePaths } = await (window
      ? dialog.showOpenDialog(window, options)
      : dialog.showOpenDialog(options))
    return canceled ? null : (filePaths[0] ?? null)
  },
  async chooseExportFile(suggestedName) {
    const options: Electron.SaveDialogOptions = {
      defaultPath: suggestedName,
      filters: filtersFor(suggestedName),
    }
    const window = BrowserWindow.getFocusedWindow()
    const { canceled, filePath } = await (window
      ? dialog.showSaveDialog(window, options)
      : dialog.showSaveDialog(options))
    return canceled || !filePath ? null : filePath
  },
}

/** The kind of the suggested name, so that the system puts its ending to whatever the user types. */
function filtersFor(suggestedName: string): Electron.FileFilter[] {
  const ending = extname(suggestedName)
  const kind = WRITTEN[ending]
  return kind === undefined ? [ANY] : [{ name: kind, extensions: [ending.slice(1)] }]
}

/** Asks a question that can be declined; Escape declines. */
export async function askToContinue(question: { message: string; detail: string }): Promise<boolean> {
  const options: Electron.MessageBoxOptions = {
    ...question,
    type: 'question',
    buttons: ['Open', 'Cancel'],
    defaultId: 0,
    cancelId: 1,
    normalizeAccessKeys: true,
  }
  const window = BrowserWindow.getFocusedWindow()
  const { response } = await (window
    ? dialog.showMessageBox(window, options)
    : dialog.showMessageBox(options))
  return response === 0
}
