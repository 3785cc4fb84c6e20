import { describe, expect, it } from 'vitest'
import { numberFormat, readFormat } from './number-format.ts'
import { writeNumber } from './write-number.ts'

const shown = (value: string, code: string) => writeNumber(value, readFormat(code), false)

describe('number formats', () => {
  it.each([
    ['General', 'plain'],
    ['0.00E+00', 'plain'],
    ['#,##0.00 "days"', 'plain'],
    ['[Red]-0.0;0', 'plain'],
    ['_-* #,##0.00\\ "€"_-', 'plain'],
    ['0.0%', 'percent'],
    ['dd/mm/yyyy', 'date'],
    ['[$-409]d\\-mmm\\-yy;@', 'date'],
    ['yyyy-mm-dd"T"hh:mm', 'date'],
    ['h:mm AM/PM', 'time'],
    ['[h]:mm:ss', 'time'],
    ['mm:ss.0', 'time'],
    ['mmm-yy', 'pattern'],
    ['yyyy', 'pattern'],
    ['dd.mm.', 'pattern'],
  ])('takes %s for %s', (code, kind) => {
    expect(readFormat(code).kind).toBe(kind)
  })

  it('knows the formats that have a number only', () => {
    expect(numberFormat(14, new Map()).kind).toBe('date')
    expect(numberFormat(17, new Map()).kind).toBe('pattern')
    expect(numberFormat(31, new Map()).kind).toBe('date')
    expect(numberFormat(49, new Map()).kind).toBe('plain')
    expect(numberFormat(14, new Map([[14, '0.0']])).kind).toBe('plain')
  })
})

describe('numbers as text', () => {
  it('shows what a spreadsheet made of 11-50 and of 2-10 as it looked', () => {
    expect(shown('18568', 'mmm-yy')).toBe('Nov-50')
    expect(shown('46063', 'd-mmm')).toBe('10-Feb')
    expect(shown('46063', 'dd.mm.')).toBe('10.02.')
    expect(shown('41000', 'yyyy')).toBe('2012')
    expect(shown('41000', 'mmmm "of" yy')).toBe('April of 12')
  })

  it('knows that spreadsheets believe in 29 February 1900', () => {
    expect(shown('1', 'yyyy-mm-dd')).toBe('1900-01-01')
    expect(shown('59', 'yyyy-mm-dd')).toBe('1900-02-28')
    expect(shown('61', 'yyyy-mm-dd')).toBe('1900-03-01')
  })

  it('writes times, and durations of more than a day', () => {
    expect(shown('0.5', 'h:mm')).toBe('12:00:00')
    expect(shown('1.25', '[h]:mm:ss')).toBe('30:00:00')
  })

  it('leaves alone what is no date and no number', () => {
    expect(shown('-5', 'yyyy-mm-dd')).toBe('-5')
    expect(shown('99999999', 'yyyy-mm-dd')).toBe('99999999')
    expect(shown('1e999', '0.0')).toBe('1e999')
    expect(shown('n/a', '0%')).toBe('n/a')
  })
})
