import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeFormula, unescapeFormula } from './formula-apostrophe.ts'

const sign = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠')

describe('formula apostrophe', () => {
  it('comes before every text that a spreadsheet would run', () => {
    fc.assert(
      fc.property(sign, fc.string(), (first, rest) => {
        expect(escapeFormula(first + rest)).toBe(`'${first}${rest}`)
      }),
    )
  })

  it('leaves other text alone', () => {
    for (const text of ['', 'Amaury', "O'Neil", "'quoted'", '<b>', '70'])
      expect(escapeFormula(text)).toBe(text)
  })

  it('is taken off again, whatever the text', () => {
    const text = fc.tuple(fc.string({ unit: fc.constantFrom("'", '=', '+', '＝', 'a', ' ') }), fc.string())
    fc.assert(
      fc.property(text, ([start, rest]) => {
        expect(unescapeFormula(escapeFormula(start + rest))).toBe(start + rest)
      }),
    )
  })

  it('is taken off text that another program escaped', () => {
    expect(unescapeFormula("'=2+5")).toBe('=2+5')
    expect(unescapeFormula("'tis")).toBe("'tis")
  })
})
