import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Field, isOpenCategory } from '../../../../model/bundle/field.ts'
import { NO_RULES, type ReadingRules } from '../../../../model/bundle/reading-rules.ts'
import { createLeadColumns } from '../../history/lead-columns.ts'
import { csvCell } from '../csv/csv-text.ts'
import { CsvTokenizer } from '../csv/csv-tokenizer.ts'
import { bundledManifest } from '../fixtures/bundled-manifest.ts'
import { createCellReader } from './cell-readers.ts'
import type { TextFinding } from './finding-sentences.ts'
import { type CellReading, createCellRules } from './read-cell.ts'
import { textFinding } from './text-checks.ts'

const { fields } = bundledManifest()

interface Reading extends CellReading {
  readonly finding: TextFinding | null
}

/** Reads texts one after the other as cells of one column. */
function readCells(field: Field, texts: readonly string[], rules = NO_RULES): Reading[] {
  const tokenizer = new CsvTokenizer(','.charCodeAt(0))
  tokenizer.feed(Buffer.from(texts.map((text) => `x,${csvCell(text)}\n`).join('')))
  const columns = createLeadColumns([field], null)
  const [column] = columns.fields
  if (!column) throw new Error('no column')
  const { read } = createCellReader(field, createCellRules(field, rules), column)
  return texts.map((_, lead) => {
    tokenizer.next()
    columns.beginLead()
    const note = read(tokenizer.record, 1, lead)
    columns.keepLead(lead, 0)
    const [value = null] = columns.values(lead)
    if (note) expect(note.value).toBe(value)
    return { value, remark: note?.remark ?? null, finding: note?.finding ?? null }
  })
}

/** What is to be said about a text as it stands in the file. */
function expectedFinding(field: Field, { value, remark }: CellReading, text: string): TextFinding | null {
  const holdsText = field.type === 'text' || isOpenCategory(field)
  return holdsText && value !== null && remark === null ? textFinding(text) : null
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
      '#REF!',
      '\u00a0#REF!',
      '=1+1',
      'Ã©',
      '\u200b',
      'x\u000b',
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
          const expected = read(text)
          expect(readings[index]).toEqual({ ...expected, finding: expectedFinding(field, expected, text) })
        }
      }),
      { numRuns: 100 },
    )
  })
})
