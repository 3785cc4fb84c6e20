import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePlainNumber } from './parse-plain-number.ts'

const parse = (text: string) => {
  const bytes = Buffer.from(`x${text}y`)
  return parsePlainNumber(bytes, 1, bytes.length - 1)
}

describe('parsePlainNumber', () => {
  it('gives what Number gives, or leaves it to the slow way', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 18 })
    const written = fc
      .tuple(fc.constantFrom('', '-'), digits, fc.constantFrom('', '.'), digits)
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(written, (text) => {
        const value = parse(text)
        if (Number.isNaN(value)) return
        expect(value === 0 ? 0 : value).toBe(Number(text) === 0 ? 0 : Number(text))
      }),
      { numRuns: 5000 },
    )
  })

  it('reads what lead files hold', () => {
    expect(['0', '70', '0.55', '-5', '2020', '0.1', '1.'].map(parse)).toEqual([0, 70, 0.55, -5, 2020, 0.1, 1])
    expect(Object.is(parse('-0'), 0)).toBe(true)
  })

  it.each(['', '-', '.', '.5', '+5', '1e3', '1 000', '0,6', '1.2.3', '75%', 'abc', '1234567890123456', ' 1'])(
    'leaves %j to the slow way',
    (text) => {
      expect(parse(text)).toBeNaN()
    },
  )
})
