import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Field } from '../../../../model/bundle/field.ts'
import { readField } from '../../../../model/bundle/read-field.ts'
import { csvCell } from '../csv/csv-text.ts'
import { CsvTokenizer } from '../csv/csv-tokenizer.ts'
import { unescapeFormula } from '../csv/formula-apostrophe.ts'
import { bundledManifest } from '../fixtures/bundled-manifest.ts'
import { type CellReading, createCellReader } from './cell-readers.ts'

const { fields } = bundledManifest()

function fieldNamed(name: string): Field {
  const field = fields.find((candidate) => candidate.name === name)
  if (!field) throw new Error(name)
  return field
}

/** Reads texts one after the other as cells of one column. */
function readCells(field: Field, texts: readonly string[]): CellReading[] {
  const tokenizer = new CsvTokenizer(','.charCodeAt(0))
  tokenizer.feed(Buffer.from(texts.map((text) => `x,${csvCell(text)}\n`).join('')))
  const read = createCellReader(field)
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
    ),
    fc.integer().map(String),
    fc.double({ min: 0, max: 100, noNaN: true }).map(String),
    fc.constantFrom(...fields.flatMap(({ options = [] }) => options.map(({ value }) => value))),
  )
  .map((text) => text.replaceAll('\uFEFF', ''))

describe.each(fields.map((field) => [field.name, field] as const))('%s', (_, field) => {
  it('is read by the short ways as readField reads it, the first time and again', () => {
    fc.assert(
      fc.property(fc.array(someCell, { minLength: 1, maxLength: 20 }), (texts) => {
        const readings = readCells(field, [...texts, ...texts])
        for (const [index, text] of [...texts, ...texts].entries()) {
          const expected = readField(field, unescapeFormula(text))
          const { value, remark } = readings[index] ?? { value: undefined, remark: null }
          expect(value).toBe(expected.ok ? expected.value : null)
          const message = expected.ok ? expected.repaired : expected.message
          expect(remark?.message).toBe(message)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('what a remark does to the row', () => {
  const remarkOn = (name: string, text: string) => readCells(fieldNamed(name), [text])[0]?.remark

  it('rejects it for numbers that are none or out of range, and for texts that are too long', () => {
    expect(remarkOn('llm_quality', '130')).toMatchObject({ kind: 'rejects', code: 'value_out_of_range' })
    expect(remarkOn('llm_quality', 'word')).toMatchObject({ kind: 'rejects', code: 'value_not_a_number' })
    expect(remarkOn('jobtitle', 'x'.repeat(501))).toMatchObject({ kind: 'rejects', code: 'text_too_long' })
  })

  it('leaves the value out for a category that the model does not know', () => {
    expect(remarkOn('companysize', 'huge')).toMatchObject({ kind: 'missing', code: 'value_not_allowed' })
  })

  it('says what was repaired', () => {
    expect(remarkOn('companysize', 'Nov-50')).toMatchObject({ kind: 'repaired' })
    expect(remarkOn('companysize', '88')?.message).toContain('51-200')
  })
})
