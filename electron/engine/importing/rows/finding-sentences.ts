/** What is said about rows and cells, in sentences a tired salesperson understands at once. */
import { assertNever } from '../../../contract/result.ts'
import { counted } from '../../sentences/counted.ts'
import { shortened } from '../../sentences/shortened.ts'

/** What may be odd about a row that is accepted, and bytes for which one is rejected: they say something of the file. */
export const ROW_FINDINGS = [
  'rows_too_short',
  'row_without_header',
  'quote_stray',
  'encoding_invalid_bytes',
] as const
export type RowFinding = (typeof ROW_FINDINGS)[number]

/** What may be odd about a text that is kept as it stands. */
export const TEXT_FINDINGS = [
  'formula_like',
  'control_chars',
  'mojibake_suspect',
  'url_not_http',
  'email_suspect',
] as const
export type TextFinding = (typeof TEXT_FINDINGS)[number]

/** A cell shown as an example. */
export interface Example {
  readonly row: number
  readonly text: string
  /** What it was read as, where it was changed. */
  readonly readAs: string
}

/** Rows and texts are named up to here, and counted beyond. */
const NAMED_ROWS = 5
const TEXT_CHARACTERS = 60

/** `row 4`, `rows 4, 9 and 12`, `rows 1, 2, 3, 4, 5 and 95 more`. */
function namedRows(rows: readonly number[], count: number): string {
  if (count === 1) return `row ${rows[0]}`
  const shown = rows.slice(0, count > NAMED_ROWS ? NAMED_ROWS : count)
  const more = count - shown.length
  if (more > 0) return `rows ${shown.join(', ')} and ${more.toLocaleString('en')} more`
  return `rows ${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}

/** A column in a sentence. */
export function shownHeader(header: string): string {
  return `"${shortened(header, TEXT_CHARACTERS)}"`
}

function shown(text: string): string {
  return `"${shortened(text, TEXT_CHARACTERS)}"`
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A sentence on rows. */
export function rowSentence(code: RowFinding, rows: readonly number[], count: number): string {
  const named = capital(namedRows(rows, count))
  const one = count === 1
  switch (code) {
    case 'rows_too_short':
      return `${named} ${one ? 'stops' : 'stop'} early; what is not there counts as missing.`
    case 'row_without_header':
      return `${named} ${one ? 'has' : 'have'} something in a column without a name; it is not used.`
    case 'quote_stray':
      return `${named} ${one ? 'holds' : 'hold'} quotation marks where none belong; they are kept as text.`
    case 'encoding_invalid_bytes':
      return `${named} ${one ? 'holds' : 'hold'} bytes that do not belong to the text encoding; ${one ? 'it is' : 'they are'} rejected.`
    default:
      return assertNever(code)
  }
}

/** A sentence on cells that hold the same text, which cannot be read. */
export function unreadSentence(
  header: string,
  message: string,
  rows: readonly number[],
  count: number,
): string {
  const cells = count === 1 ? 'The cell counts' : 'The cells count'
  return `${capital(namedRows(rows, count))}, column ${shownHeader(header)}: ${message} ${cells} as missing.`
}

/** A sentence on the cells beyond those whose text is named. */
export function moreUnreadSentence(header: string, count: number, { row, text }: Example): string {
  const cells = count === 1 ? 'another cell counts' : `${counted(count, 'more cell')} count`
  return `Column ${shownHeader(header)}: ${cells} as missing because ${count === 1 ? 'it' : 'they'} cannot be read; the first is ${shown(text)} in row ${row}.`
}

const REPAIRS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  value_date_mangled: [
    'cell that a spreadsheet turned into a date is turned back',
    'cells that a spreadsheet turned into dates are turned back',
  ],
  number_locale: [
    'number has another decimal mark than the rest of its column',
    'numbers have another decimal mark than the rest of their column',
  ],
}
const OTHER_REPAIRS = [
  'cell is read as one of the values the model knows',
  'cells are read as one of the values the model knows',
] as const

/** A sentence on cells that were read as something else. */
export function repairedSentence(
  code: string,
  header: string,
  count: number,
  examples: readonly Example[],
  others: boolean,
): string {
  const [one, many] = REPAIRS[code] ?? OTHER_REPAIRS
  const read = examples.map(({ row, text, readAs }) => `${shown(text)} as ${readAs} (row ${row})`)
  return `Column ${shownHeader(header)}: ${counted(count, one, many)}: ${read.join(', ')}${others ? ' and others' : ''}.`
}

const TEXT_SENTENCES: Readonly<Record<TextFinding, readonly [one: string, many: string]>> = {
  formula_like: [
    'cell begins like a formula; it is kept as text and never run',
    'cells begin like a formula; they are kept as text and never run',
  ],
  control_chars: [
    'cell holds characters that cannot be seen; they are kept',
    'cells hold characters that cannot be seen; they are kept',
  ],
  mojibake_suspect: [
    'cell looks as if its letters were garbled before the file was written; it is kept as it is',
    'cells look as if their letters were garbled before the file was written; they are kept as they are',
  ],
  url_not_http: [
    'link does not begin with http and cannot be opened; it is kept as text',
    'links do not begin with http and cannot be opened; they are kept as text',
  ],
  email_suspect: [
    'text cannot be an e-mail address; it is kept as it is',
    'texts cannot be e-mail addresses; they are kept as they are',
  ],
}

/** A sentence on texts that are kept as they stand. */
export function textSentence(code: TextFinding, header: string, count: number, example: Example): string {
  const [one, many] = TEXT_SENTENCES[code]
  const which = count === 1 ? 'It is' : 'The first is'
  return `Column ${shownHeader(header)}: ${counted(count, one, many)}. ${which} ${shown(example.text)} in row ${example.row}.`
}
