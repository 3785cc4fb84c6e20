/** Reads the cells of one column: what its rules give, by a shorter way where there is one. */
import type { Field } from '../../../../model/bundle/field.ts'
import { ByteDictionary } from '../../../../model/features/byte-dictionary.ts'
import { type CsvRecord, cellText } from '../csv/csv-tokenizer.ts'
import { DOUBLED } from '../csv/scan-record.ts'
import { parsePlainNumber } from './parse-plain-number.ts'
import { type CellReading, type CellRules, MISSING_CELL, type PlainNumbers } from './read-cell.ts'

export type CellReader = (record: CsvRecord, cell: number) => CellReading

/** The reader of a column that feeds `field` and is read by `rules`. */
export function createCellReader(field: Field, rules: CellRules): CellReader {
  if (rules.plainNumber) return numberReader(rules, rules.plainNumber)
  if (field.type === 'category') return rememberingReader(rules)
  return (record, cell) => readText(rules, record, cell)
}

/** The long way: decode and read. */
function readText(rules: CellRules, record: CsvRecord, cell: number): CellReading {
  return rules.read(cellText(record, cell))
}

function numberReader(rules: CellRules, { min, max, whole }: PlainNumbers): CellReader {
  return (record, cell) => {
    const start = record.starts[cell] as number
    const end = record.ends[cell] as number
    if (start === end) return MISSING_CELL
    const value = parsePlainNumber(record.bytes, start, end)
    if (value >= min && value <= max && (!whole || Number.isInteger(value))) return { value, remark: null }
    return readText(rules, record, cell)
  }
}

function rememberingReader(rules: CellRules): CellReader {
  const known = new ByteDictionary()
  const readings: CellReading[] = []
  return (record, cell) => {
    const { bytes } = record
    const start = record.starts[cell] as number
    const end = record.ends[cell] as number
    if (start === end) return MISSING_CELL
    // Doubled quotes make the same bytes mean another text.
    if (record.quotes[cell] === DOUBLED) return readText(rules, record, cell)
    const place = known.find(bytes, start, end)
    if (place >= 0) return readings[place] ?? MISSING_CELL
    const reading = readText(rules, record, cell)
    // A column of thousands of values the model does not know would keep a sentence about each.
    if (reading.remark?.kind === 'missing') return reading
    const added = known.add(bytes, start, end)
    if (added >= 0) readings[added] = reading
    return reading
  }
}
