/** Reads the cells of one column into leads: what its rules give, by a shorter way where there is one. */
import { type Field, type FieldValue, isOpenCategory } from '../../../../model/bundle/field.ts'
import { longestText } from '../../../../model/bundle/read-field.ts'
import { ByteDictionary } from '../../../../model/features/byte-dictionary.ts'
import { OVERFLOW_CODE } from '../../history/category-codes.ts'
import type { CategoryColumn } from '../../history/category-column.ts'
import type { LeadColumn, NumberColumn } from '../../history/lead-columns.ts'
import type { MeasuredTexts } from '../../history/text-bytes.ts'
import { type CsvRecord, cellText } from '../csv/csv-tokenizer.ts'
import { DOUBLED } from '../csv/scan-record.ts'
import { copyText } from './copy-text.ts'
import type { TextFinding } from './finding-sentences.ts'
import { parsePlainNumber } from './parse-plain-number.ts'
import type { CellReading, CellRemark, CellRules, PlainNumbers } from './read-cell.ts'
import { textFinding } from './text-checks.ts'

/** Something to be said about a cell. */
export interface CellNote {
  /** What it was read as. */
  readonly value: FieldValue
  readonly remark: CellRemark | null
  /** What is odd about a text that is kept as it stands. */
  readonly finding: TextFinding | null
}

/** Reads into the place of a lead, where everything is missing until then. Null: there is nothing to say. */
export interface CellReader {
  read(record: CsvRecord, cell: number, lead: number): CellNote | null
  /** The same for a text that stands in no file, such as a correction. */
  readText(text: string, lead: number): CellNote | null
}

/** The reader of a column of the file that feeds `field`, is read by `rules`, and writes to `column`. */
export function createCellReader(field: Field, rules: CellRules, column: LeadColumn): CellReader {
  switch (column.kind) {
    case 'number':
      return rules.plainNumber
        ? plainNumberReader(rules, rules.plainNumber, column)
        : numberReader(rules, column)
    case 'category':
      return categoryReader(rules, column, isOpenCategory(field))
    case 'text':
      return textReader(field, rules, column)
  }
}

function toNote({ value, remark }: CellReading, finding: TextFinding | null): CellNote | null {
  return remark === null && finding === null ? null : { value, remark, finding }
}

function readNumber(rules: CellRules, { values }: NumberColumn, text: string, lead: number): CellNote | null {
  const reading = rules.read(text)
  values[lead] = typeof reading.value === 'number' ? reading.value : Number.NaN
  return toNote(reading, null)
}

function plainNumberReader(
  rules: CellRules,
  { min, max, whole }: PlainNumbers,
  column: NumberColumn,
): CellReader {
  const { values } = column
  const readText = (text: string, lead: number) => readNumber(rules, column, text, lead)
  return {
    read(record, cell, lead) {
      const start = record.starts[cell] as number
      const end = record.ends[cell] as number
      if (start === end) return null
      const value = parsePlainNumber(record.bytes, start, end)
      if (value >= min && value <= max && (!whole || Number.isInteger(value))) {
        values[lead] = value
        return null
      }
      return readText(cellText(record, cell), lead)
    },
    readText,
  }
}

/** Numbers in locale form and dates are long to read, and repeat. */
function numberReader(rules: CellRules, column: NumberColumn): CellReader {
  const { values } = column
  const readText = (text: string, lead: number) => readNumber(rules, column, text, lead)
  return remembering<number>({
    readText,
    written: (lead) => values[lead] ?? Number.NaN,
    write: (lead, value) => {
      values[lead] = value
    },
  })
}

function categoryReader(rules: CellRules, column: CategoryColumn, open: boolean): CellReader {
  const { codes } = column
  return remembering<number>({
    readText(text, lead) {
      const reading = rules.read(text)
      const { value, remark } = reading
      column.set(lead, typeof value === 'string' ? value : null)
      return toNote(reading, open && value !== null && remark === null ? textFinding(text) : null)
    },
    // A code that stands for many values is not worth remembering.
    written: (lead) => (codes[lead] === OVERFLOW_CODE ? null : (codes[lead] ?? null)),
    write: (lead, code) => {
      codes[lead] = code
    },
  })
}

interface Remembering<T> {
  readText(text: string, lead: number): CellNote | null
  /** What was written for a lead, null when it cannot be written again. */
  written(lead: number): T | null
  write(lead: number, written: T): void
}

/** Reads each different cell once. */
function remembering<T>({ readText, written, write }: Remembering<T>): CellReader {
  const known = new ByteDictionary()
  const writings: T[] = []
  const notes: (CellNote | null)[] = []
  return {
    read(record, cell, lead) {
      const { bytes } = record
      const start = record.starts[cell] as number
      const end = record.ends[cell] as number
      if (start === end) return null
      // Doubled quotes make the same bytes mean another text.
      if (record.quotes[cell] === DOUBLED) return readText(cellText(record, cell), lead)
      const place = known.find(bytes, start, end)
      if (place >= 0) {
        write(lead, writings[place] as T)
        return notes[place] ?? null
      }
      const note = readText(cellText(record, cell), lead)
      const writing = written(lead)
      // A column of thousands of values the model does not know would keep a sentence about each.
      if (writing === null || note?.remark?.kind === 'missing') return note
      const added = known.add(bytes, start, end)
      if (added >= 0) {
        writings[added] = writing
        notes[added] = note
      }
      return note
    },
    readText,
  }
}

function textReader(field: Field, rules: CellRules, column: MeasuredTexts): CellReader {
  const readText = (text: string, lead: number): CellNote | null => {
    const reading = rules.read(text)
    const { value, remark } = reading
    column.set(lead, typeof value === 'string' ? value : null)
    return toNote(reading, value !== null && remark === null ? textFinding(text) : null)
  }
  const longest = longestText(field)
  return {
    read(record, cell, lead) {
      const size = copyText(record, cell, column, lead)
      if (size === null || size.codePoints > longest) return readText(cellText(record, cell), lead)
      if (size.bytes > 0) column.take(lead, size)
      return null
    },
    readText,
  }
}
