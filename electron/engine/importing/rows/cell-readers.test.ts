import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Field } from '../../../../model/bundle/field.ts'
import { NO_RULES, type ReadingRules } from '../../../../model/bundle/reading-rules.ts'
import { csvCell } from '../csv/csv-text.ts'
import { CsvTokenizer } from '../csv/csv-tokenizer.ts'
import { bundledManifest } from '../fixtures/bundled-manifest.ts'
import { createCellReader } from './cell-readers.ts'
import { type CellReading, createCellRules } from './read-cell.ts'

const { fields } = bundledManifest()

/** Reads texts one after the other as cells of one column. */
function readCells(field: Field, texts: readonly string[], rules = NO_RULES): CellReading[] {
  const tokenizer = new CsvTokenizer(','.charCodeAt(0))
  tokenizer.feed(Buffer.from(texts.map((text) => `x,${csvCell(text)}\n`).join('')))
  const read = createCellReader(field, createCellRules(field, rules))
  return texts.map(() => {
    tokenizer.next()
    return read(tokenizer.record, 1)
  })
}

const someCell = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.string({ unit: fc.constantFrom(...'0123456789.-+e, %'), maxLength: 8 }),
    fc.constantFrom(
      '',
      'NaN',
      'n/a',
      '-',
      'Nov-50',
      '1-10',
      '88',
      "'=1",
      'c-level',
      '"quoted"',
      ' 70 ',
      '0.50',
      '1e2',
      '0,6',
      '1,234',
      '1.234',
      '70.000',
      '1 200',
      "'60",
      '75%',
      '2012-05-01',
      '2100',
    ),
    fc.integer().map(String),
    fc.double({ min: 0, max: 100, noNaN: true }).map(String),
    fc.constantFrom(...fields.flatMap(({ options = [] }) => options.map(({ value }) => value))),
  )
  .map((text) => text.replaceAll('\uFEFF', ''))

const someRules = fc.record<ReadingRules>({
  decimal: fc.constantFrom('.', ',', null),
  dates: fc.constantFrom('dmy', 'mdy', 'ymd', null),
  scale: fc.constantFrom('plain', 'percent', 'fraction'),
  thisYear: fc.constantFrom(2026, null),
})

describe.each(fields.map((field) => [field.name, field] as const))('%s', (_, field) => {
  it('is read by the short ways as its rules read it, the first time and again', () => {
    fc.assert(
      fc.property(someRules, fc.array(someCell, { minLength: 1, maxLength: 20 }), (rules, texts) => {
        const readings = readCells(field, [...texts, ...texts], rules)
        const { read } = createCellRules(field, rules)
        for (const [index, text] of [...texts, ...texts].entries()) {
          expect(readings[index]).toEqual(read(text))
        }
      }),
      { numRuns: 100 },
    )
  })
})
