import { describe, expect, it } from 'vitest'
import { CsvTokenizer } from '../csv/csv-tokenizer.ts'
import { createShapeCheck, shiftedRow } from './check-shape.ts'

const COLUMNS = ['a', 'b', 'c', 'd']

function shapeOf(line: string, headers: readonly string[] = COLUMNS) {
  const tokenizer = new CsvTokenizer(','.charCodeAt(0))
  tokenizer.expectColumns(headers.length)
  tokenizer.feed(Buffer.from(`${line}\n`))
  tokenizer.end()
  tokenizer.next()
  return createShapeCheck(headers)(tokenizer.record)
}

describe('the shape of a row', () => {
  it.each(['1,2,3,4', '1,2,3,4,,', ',,,4'])('%j fits', (line) => {
    expect(shapeOf(line)).toEqual({ problem: null, remark: null })
  })

  it.each([
    ['1,2', 'rows_too_short'],
    ['1,2,3"x,4', 'quote_stray'],
    // An inch sign is no reason to leave out a row that some program ended with a comma too many.
    ['1,2,3"x,4,', 'quote_stray'],
  ])('%j is taken, and said: %s', (line, remark) => {
    expect(shapeOf(line)).toEqual({ problem: null, remark })
  })

  it.each([
    ['1,2,3,4,5', 'rows_too_long', 'The row has 5 cells where the file has 4 columns.'],
    [
      'Confidential',
      'rows_too_short',
      'The row has 1 cell where the file has 4 columns: it is a line of text, not a lead.',
    ],
    [
      '1,2,3"x',
      'quote_stray',
      'The row has 3 cells where the file has 4 columns, and quotation marks where none belong.',
    ],
    ['1,2,3,"4', 'quote_unclosed', 'A quotation mark is opened in this row and never closed.'],
  ])('%j is no lead: %s', (line, reason, message) => {
    expect(shapeOf(line)).toEqual({ problem: { reason, message }, remark: null })
  })

  it('something in a column without a name is said', () => {
    expect(shapeOf('1,2,note', ['a', '', 'c']).remark).toBe('row_without_header')
    expect(shapeOf('1,2,note,,', ['a', '', 'c']).remark).toBe('row_without_header')
    expect(shapeOf('1,,3', ['a', '', 'c']).remark).toBeNull()
    expect(shapeOf('1, ,3', ['a', ' ', 'c']).remark).toBeNull()
  })

  it('a row that stops early and has a cell that cannot be read is a shifted one', () => {
    const unread = {
      kind: 'missing',
      code: 'value_not_a_number',
      message: 'Quality must be a number; it is "x".',
    } as const
    expect(shiftedRow(shapeOf('1,2'), unread)).toEqual({
      reason: 'rows_too_short',
      message:
        'The row stops early, and its values seem to stand in the wrong columns. Quality must be a number; it is "x".',
    })
    expect(shiftedRow(shapeOf('1,2,3,4'), unread)).toBeNull()
    expect(shiftedRow(shapeOf('1,2'), { ...unread, kind: 'repaired' })).toBeNull()
  })
})
