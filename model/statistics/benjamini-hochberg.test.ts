import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { benjaminiHochberg } from './benjamini-hochberg.ts'

const anyPs = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 25 })

describe('benjaminiHochberg', () => {
  test("equals the example of Benjamini and Hochberg's paper", () => {
    const ps = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324]
    const adjusted = benjaminiHochberg(Float64Array.from([...ps, 0.4262, 0.5719, 0.6528, 0.759, 1]))
    // The paper rejects the first four at 0.05.
    expect([...adjusted].map((p) => p <= 0.05)).toEqual(Array.from({ length: 15 }, (_, rank) => rank < 4))
    expect(adjusted[3]).toBeCloseTo((0.0095 * 15) / 4, 12)
  })

  test('up to any level it calls what the step-up procedure calls', () => {
    fc.assert(
      fc.property(anyPs, fc.integer({ min: 1, max: 999 }), (thousandths, level) => {
        const ascending = thousandths.toSorted((a, b) => a - b)
        // Whole numbers throughout: the largest rank k with p(k) * count <= k * alpha.
        let limit = 0
        for (const [index, p] of ascending.entries())
          if (p * ascending.length <= (index + 1) * level) limit = p
        const adjusted = benjaminiHochberg(Float64Array.from(thousandths, (p) => p / 1000))
        expect([...adjusted].map((p) => p <= level / 1000 + 1e-12)).toEqual(
          thousandths.map((p) => p <= limit),
        )
      }),
    )
  })

  test('ties get one value, in the order given', () => {
    expect([...benjaminiHochberg(Float64Array.of(0.04, 0.01, 0.04))]).toEqual([0.04, 0.03, 0.04])
  })

  test('NaN is not counted; nothing gives nothing', () => {
    expect([...benjaminiHochberg(Float64Array.of(0.02, Number.NaN, 0.5))]).toEqual([0.04, Number.NaN, 0.5])
    expect(benjaminiHochberg(new Float64Array())).toHaveLength(0)
  })
})
