import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSpreadsheetError } from '../../../../model/bundle/spreadsheet-errors.ts'
import { codePointLength, partCount } from '../../../../model/features/text-size.ts'
import { TextBytes } from '../../history/text-bytes.ts'
import { csvCell } from '../csv/csv-text.ts'
import { CsvTokenizer, cellText } from '../csv/csv-tokenizer.ts'
import { unescapeFormula } from '../csv/formula-apostrophe.ts'
import { copyText } from './copy-text.ts'
import { textFinding } from './text-checks.ts'

/** Copies a text as a cell of a file, behind what stands there; null when it needs a look. */
function copied(text: string, before = '') {
  const tokenizer = new CsvTokenizer(','.charCodeAt(0))
  tokenizer.feed(Buffer.from(`a,${csvCell(text)},b\n`))
  tokenizer.next()
  const column = new TextBytes(1)
  column.set(0, before)
  const after = Buffer.byteLength(before)
  const size = copyText(tokenizer.record, 1, column, 0, after)
  expect(cellText(tokenizer.record, 1)).toBe(text)
  if (size === null) return null
  const start = after
  return { ...size, text: column.bytes.toString('utf8', start, start + size.bytes) }
}

const WHITE_SPACE = '\t\n\v\f\r \u00a0\u1680\u2000\u2005\u200a\u2028\u2029\u202f\u205f\u3000\ufeff'
/** Letters, separators, white space of all kinds, pairs, and first bytes that garbled text shares with sound text. */
const unit = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('a', 'Z', '9', ',', '"', "'", '-', '=', '#', ' ') },
  { weight: 2, arbitrary: fc.constantFrom(...WHITE_SPACE) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('é', 'Ã', 'ß', '’', '—', '市', '場', '𝔸', '🥊', '\u0301', '\u200d'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('\u0000', '\u007f', '\u0085', '\u200b', '\u202e', '\u2066', '\ufffd'),
  },
  { weight: 1, arbitrary: fc.constantFrom('Ã¨', 'Â ', 'â€', '#REF!', '＋') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
)
const text = fc.string({ unit, maxLength: 30 }).filter((each) => !each.includes('\u0000'))

describe('copying a text', () => {
  it('gives what the way by strings gives: trimmed, quotes collapsed, measured', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('', 'Ada '), (cell, before) => {
        const copy = copied(cell, before)
        if (copy === null) return
        const expected = unescapeFormula(cell).trim()
        expect(copy.text).toBe(expected)
        expect(copy.bytes).toBe(Buffer.byteLength(expected))
        expect(copy.units).toBe(expected.length)
        expect(copy.codePoints).toBe(codePointLength(expected))
        expect(copy.parts).toBe(partCount(expected, ','))
      }),
      { numRuns: 5000 },
    )
  })

  it('leaves out no text about which something is to be said', () => {
    fc.assert(
      fc.property(text, (cell) => {
        if (copied(cell) === null) return
        expect(textFinding(cell)).toBeNull()
        expect(isSpreadsheetError(cell.trim())).toBe(false)
      }),
      { numRuns: 5000 },
    )
  })

  it.each([
    'Head of Sales, EMEA',
    ' Directrice générale\u00a0',
    'says ""no"" more often',
    'Ὀδυσσεύς 🥊 𝔸, 市場',
    '',
    ' \n ',
  ])('takes %j without a look', (cell) => {
    expect(copied(cell)?.text).toBe(cell.trim())
  })

  it.each([
    "'=1",
    '=1+1',
    '#REF!',
    '\u00a0#REF!',
    'Ã©',
    'a\u200bb',
    'x\v',
    '\ufeffx',
    'x\ufeff',
    '＝1',
    'a\u0085',
  ])('leaves %j to a look at its characters', (cell) => {
    expect(copied(cell)).toBeNull()
  })

  it('counts parts that hold something, whatever kind of white space stands around them', () => {
    expect(copied('a,, \u00a0 ,\u3000,b,\u2028')?.parts).toBe(2)
    expect(copied('a,\u0301,"')?.parts).toBe(3)
  })

  it('makes room for a long text', () => {
    const long = 'sunny days, '.repeat(80_000)
    expect(copied(long)?.text).toBe(long.trim())
  })
})
