/** A page on paper and as a picture. */
import type { PageTarget } from './page-target.ts'

/** What printing can be told, as far as it is the same in Chromium. */
export interface PrintOptions {
  readonly preferCSSPageSize?: boolean
  readonly printBackground?: boolean
  readonly generateTaggedPDF?: boolean
  readonly generateDocumentOutline?: boolean
}

/** The page as PDF. Options that Chromium calls as Electron does; others throw. */
export async function printPage(
  page: PageTarget,
  {
    preferCSSPageSize = false,
    printBackground = false,
    generateTaggedPDF = false,
    generateDocumentOutline = false,
    ...others
  }: PrintOptions,
): Promise<Buffer> {
  const [unknown] = Object.keys(others)
  if (unknown !== undefined) throw new Error(`electron-double does not implement printToPDF's ${unknown}`)
  const options = { preferCSSPageSize, printBackground, generateTaggedPDF, generateDocumentOutline }
  const { data } = await page.send('Page.printToPDF', options)
  return Buffer.from(data, 'base64')
}

/** What is on screen, as PNG. */
export async function picturePage(page: PageTarget): Promise<Buffer> {
  const { data } = await page.send('Page.captureScreenshot', {})
  return Buffer.from(data, 'base64')
}
