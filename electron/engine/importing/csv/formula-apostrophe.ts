/**
 * Text that a spreadsheet would run as a formula gets a leading apostrophe in every file the app writes, which reading
 * takes off again. Text that begins with apostrophes before such a sign gets one more, so that the way there and back
 * changes nothing.
 */

/** Signs that make a spreadsheet run a cell, with their full-width forms. */
const RUNS = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/
const ESCAPED = /^'+[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/
const APOSTROPHE = "'"

/** The text as it can stand in a file that a spreadsheet opens. */
export function escapeFormula(text: string): string {
  return RUNS.test(text) ? APOSTROPHE + text : text
}

/** The text without the apostrophe that keeps a spreadsheet from running it. */
export function unescapeFormula(text: string): string {
  return text.startsWith(APOSTROPHE) && ESCAPED.test(text) ? text.slice(1) : text
}
