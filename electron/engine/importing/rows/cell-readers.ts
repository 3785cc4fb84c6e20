/** Reads the cells of one column: what `readField` gives, by a shorter way where there is one. */
import type { Field, FieldValue } from '../../../../model/bundle/field.ts'
import type { FieldProblem, FieldReading } from '../../../../model/bundle/field-reading.ts'
import { readField } from '../../../../model/bundle/read-field.ts'
import { type CsvRecord, cellText } from '../csv/csv-tokenizer.ts'
import { unescapeFormula } from '../csv/formula-apostrophe.ts'
import { DOUBLED } from '../csv/scan-record.ts'
import { ByteDictionary } from './byte-dictionary.ts'
import { parsePlainNumber } from './parse-plain-number.ts'

/** What is wrong with a cell, or what was changed in reading it. */
export interface CellRemark {
  readonly kind: 'rejects' | 'missing' | 'repaired'
  readonly code: FieldProblem | 'value_repaired'
  readonly message: string
}

/** A cell read: its value, null where it is missing, and what is to be said about it. */
export interface CellReading {
  readonly value: FieldValue
  readonly remark: CellRemark | null
}

export type CellReader = (record: CsvRecord, cell: number) => CellReading

const MISSING: CellReading = { value: null, remark: null }

/** The reader of a column that feeds `field`. */
export function createCellReader(field: Field): CellReader {
  switch (field.type) {
    case 'number':
    case 'integer':
      return numberReader(field)
    case 'category':
      return rememberingReader(field)
    case 'date':
    case 'text':
      return (record, cell) => readText(field, record, cell)
  }
}

/** The long way: decode, take off the apostrophe, read. */
function readText(field: Field, record: CsvRecord, cell: number): CellReading {
  const text = cellText(record, cell)
  return text === '' ? MISSING : toCellReading(readField(field, unescapeFormula(text)))
}

function toCellReading(reading: FieldReading): CellReading {
  if (reading.ok) {
    const { value, repaired } = reading
    return {
      value,
      remark: repaired === undefined ? null : { kind: 'repaired', code: 'value_repaired', message: repaired },
    }
  }
  const { code, message } = reading
  // A category the model does not know is no mistake of the person who wrote it: the lead is worth scoring without it.
  return {
    value: null,
    remark: { kind: code === 'value_not_allowed' ? 'missing' : 'rejects', code, message },
  }
}

function numberReader(field: Field): CellReader {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = field
  const whole = field.type === 'integer'
  return (record, cell) => {
    const start = record.starts[cell] as number
    const end = record.ends[cell] as number
    if (start === end) return MISSING
    const value = parsePlainNumber(record.bytes, start, end)
    if (value >= min && value <= max && (!whole || Number.isInteger(value))) return { value, remark: null }
    return readText(field, record, cell)
  }
}

function rememberingReader(field: Field): CellReader {
  // A column of thousands of values the model does not know would keep a sentence about each.
  const known = new ByteDictionary<CellReading>(({ remark }) => remark?.kind !== 'missing')
  return (record, cell) => {
    const start = record.starts[cell] as number
    const end = record.ends[cell] as number
    if (start === end) return MISSING
    // Doubled quotes make the same bytes mean another text.
    if (record.quotes[cell] === DOUBLED) return readText(field, record, cell)
    return known.get(record.bytes, start, end, () => readText(field, record, cell))
  }
}
