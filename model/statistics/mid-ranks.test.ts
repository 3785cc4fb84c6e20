import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { midRanks } from './mid-ranks.ts'
import golden from './statistics.golden.json' with { type: 'json' }

describe('midRanks', () => {
  it.each(golden.scored)('equals SciPy: $name', ({ scores, ranks }) => {
    expect([...midRanks(Float64Array.from(scores))]).toEqual(ranks)
  })

  test('a rank is one more than the values below plus half the ties', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 25 }), (values) => {
        const expected = values.map((value) => {
          const below = values.filter((other) => other < value).length
          const tied = values.filter((other) => other === value).length
          return below + (tied + 1) / 2
        })
        expect([...midRanks(Float64Array.from(values))]).toEqual(expected)
      }),
    )
  })

  test('-0 ties with 0, NaN ranks above infinity', () => {
    expect([...midRanks(Float64Array.of(Number.NaN, 0, Number.POSITIVE_INFINITY, -0, Number.NaN))]).toEqual([
      4.5, 1.5, 3, 1.5, 4.5,
    ])
  })
})
