/** Well-formed CSV: UTF-8, commas, doubled quotes, one line feed after each row, the last included. */

export type Cell = string | number | null

/** Rows below a header, as the text of a file. */
export function writeCsv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [header, ...rows].map((row) => `${row.map(writeCell).join(',')}\n`).join('')
}

function writeCell(cell: Cell): string {
  const text = cell === null ? '' : String(cell)
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
