/** Writing cells so that every program reads them back as they were (RFC 4180). */

/** Excel takes a file for UTF-8 only when it begins with this. */
export const BYTE_ORDER_MARK = '\uFEFF'
/** Line end of RFC 4180. */
export const LINE_END = '\r\n'

const NEEDS_QUOTES = /["\r\n,;\t|]|^\s|\s$/

/** The text as one cell. Quoted where any delimiter would split it, so that readers who guess the delimiter guess right. */
export function csvCell(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
