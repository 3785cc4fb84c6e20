/** Prints a page of HTML to a PDF, in a window nobody sees. */
import { BrowserWindow, type BrowserWindowConstructorOptions, type PrintToPDFOptions } from 'electron'

/** No script, no bridge, and of the session only what every page of the app may do: nothing. */
const PRINT_WINDOW: BrowserWindowConstructorOptions = {
  show: false,
  webPreferences: {
    javascript: false,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    images: false,
    spellcheck: false,
    devTools: false,
  },
}

/** Paper and margins are in the page's own style; tags and outline are for readers that speak. */
const PRINT_OPTIONS: PrintToPDFOptions = {
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
}

/**
 * The PDF of a page. The page comes in its address: a file would lie on the disk until somebody removes it, and Chromium takes
 * addresses of up to two million characters, which a report of a megabyte stays below.
 */
export async function printPage(html: string): Promise<Uint8Array> {
  const window = new BrowserWindow(PRINT_WINDOW)
  try {
    await window.loadURL(`data:text/html;charset=utf-8;base64,${Buffer.from(html).toString('base64')}`)
    return await window.webContents.printToPDF(PRINT_OPTIONS)
  } finally {
    window.destroy()
  }
}
