/** Telling cells copied from a spreadsheet from other text. */

/** The most that is taken at once; the contract allows no more. */
const MOST_CHARACTERS = 50_000_000

/** Whether a text can be a table: at least a line of column names and a row below, or two cells beside each other. */
export function holdsCells(text: string): boolean {
  return /\t|\r|\n/.test(text.trim())
}

/** Why a text cannot be imported, or null when it can. */
export function pasteObstacle(text: string): string | null {
  if (text.trim() === '') return 'The clipboard holds no text. Copy the cells in your spreadsheet first.'
  if (!holdsCells(text)) {
    return 'That is a single cell. Copy the column names and the rows below them, and paste again.'
  }
  return text.length > MOST_CHARACTERS
    ? 'That is too much to paste. Save the sheet as a file and drop the file here.'
    : null
}
