/** How a file is read, in words for people who have never heard of an encoding. */
import type {
  DateOrder,
  DecimalMark,
  Delimiter,
  Encoding,
  FileInspection,
  ReadSettings,
} from '../../../electron/contract/importing.ts'
import { formatCount } from '../../format/numbers.ts'

const ENCODING_WORDS: Readonly<Record<Encoding, string>> = {
  'utf-8': 'Unicode (UTF-8)',
  'utf-16le': 'Unicode (UTF-16)',
  'utf-16be': 'Unicode (UTF-16, reversed)',
  'windows-1252': 'Western (Windows-1252)',
  'windows-1250': 'Central European (Windows-1250)',
  'iso-8859-1': 'Western (ISO-8859-1)',
  'iso-8859-15': 'Western with € (ISO-8859-15)',
  macintosh: 'Western, old Mac (Mac Roman)',
}

const DELIMITER_WORDS: Readonly<Record<Delimiter, string>> = {
  ',': 'Comma ,',
  ';': 'Semicolon ;',
  '\t': 'Tab',
  '|': 'Bar |',
}

const DECIMAL_WORDS: Readonly<Record<DecimalMark, string>> = {
  '.': 'Point: 1234.5',
  ',': 'Comma: 1234,5',
}

const DATE_WORDS: Readonly<Record<DateOrder, string>> = {
  dmy: 'Day first: 31/12/2026',
  mdy: 'Month first: 12/31/2026',
  ymd: 'Year first: 2026-12-31',
}

/** One thing about how the file is read that can be changed. */
export interface ReadingChoice {
  readonly name: Exclude<keyof ReadSettings, 'scale'>
  readonly label: string
  /** Why somebody would change it, or how sure the app is. */
  readonly help: string
  /** What is chosen or was found; empty where the file does not show it. */
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly decided: 'found' | 'guessed' | 'chosen'
}

const ENCODING_HELP = {
  found: 'Change this if accents look wrong',
  guessed: 'A guess: change it if accents look wrong',
} as const

/** Lines offered as the one with the column names, beside the one it is now. */
const HEADER_LINES = 8

/** The choices that mean something for this file, in the order of how often they are wrong. */
export function readingChoices(inspection: FileInspection, read: ReadSettings): readonly ReadingChoice[] {
  const { kind, encodingCertain, sheets } = inspection
  // What was chosen comes first: the file may not have been looked at again, or not be readable so.
  const encoding = read.encoding ?? inspection.encoding
  const delimiter = read.delimiter ?? inspection.delimiter
  const header = read.header ?? inspection.header
  const decimal = read.decimal ?? inspection.decimal
  const dates = read.dates ?? inspection.dates
  const sheet = read.sheet ?? inspection.sheet
  const decided = (name: keyof ReadSettings) => (read[name] === undefined ? 'found' : 'chosen')
  const choices: (ReadingChoice | null)[] = [
    kind === 'workbook' && sheets.length > 1
      ? {
          name: 'sheet',
          label: 'Sheet',
          help: 'The sheet with your leads',
          value: sheet ?? '',
          options: sheetOptions(sheets),
          decided: decided('sheet'),
        }
      : null,
    {
      name: 'header',
      label: 'Column names',
      help: header === 0 ? 'The first line is a lead' : 'The line that names the columns',
      value: String(header),
      options: headerOptions(header),
      decided: decided('header'),
    },
    kind === 'csv'
      ? {
          name: 'encoding',
          label: 'Text encoding',
          help: ENCODING_HELP[encodingCertain ? 'found' : 'guessed'],
          value: encoding,
          options: entriesOf(ENCODING_WORDS),
          decided: read.encoding === undefined && !encodingCertain ? 'guessed' : decided('encoding'),
        }
      : null,
    kind === 'csv'
      ? {
          name: 'delimiter',
          label: 'Columns end at',
          help: 'Change this if columns run together',
          value: delimiter,
          options: entriesOf(DELIMITER_WORDS),
          decided: decided('delimiter'),
        }
      : null,
    {
      name: 'decimal',
      label: 'Decimals',
      help: 'How numbers are written',
      value: decimal ?? '',
      options: entriesOf(DECIMAL_WORDS),
      decided: decided('decimal'),
    },
    dates !== null
      ? {
          name: 'dates',
          label: 'Dates',
          help: 'Which number is the day',
          value: dates ?? '',
          options: entriesOf(DATE_WORDS),
          decided: decided('dates'),
        }
      : null,
  ]
  return choices.filter((choice) => choice !== null)
}

function sheetOptions(sheets: FileInspection['sheets']): ReadingChoice['options'] {
  return sheets.map(({ name, rows, hidden }) => ({
    value: name,
    label: `${name} (${formatCount(rows)} lines${hidden ? ', hidden' : ''})`,
  }))
}

function headerOptions(header: number): ReadingChoice['options'] {
  const lines = Array.from({ length: Math.max(HEADER_LINES, header) }, (_, index) => index + 1)
  return [
    ...lines.map((line) => ({ value: String(line), label: `In line ${line}` })),
    { value: '0', label: 'There are none' },
  ]
}

function entriesOf(words: Readonly<Record<string, string>>): ReadingChoice['options'] {
  return Object.entries(words).map(([value, label]) => ({ value, label }))
}
