import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { precisionAtK } from './precision-at-k.ts'

interface Lead {
  readonly score: number
  readonly outcome: 0 | 1
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]]
  return items.flatMap((item, index) =>
    permutations([...items.slice(0, index), ...items.slice(index + 1)]).map((rest) => [item, ...rest]),
  )
}

/** The mean over all orders in which the leads could have come, each sorted by score. */
function slowPrecision(leads: readonly Lead[], k: number): number {
  const orders = permutations(leads)
  const sum = orders.reduce((total, order) => {
    const best = [...order].sort((a, b) => b.score - a.score).slice(0, k)
    return total + best.filter(({ outcome }) => outcome === 1).length / best.length
  }, 0)
  return sum / orders.length
}

const precision = (leads: readonly Lead[], k: number) =>
  precisionAtK(
    Float64Array.from(leads, ({ score }) => score),
    Uint8Array.from(leads, ({ outcome }) => outcome),
    k,
  )

describe('precisionAtK', () => {
  test('it is what one gets on average when ties come in any order', () => {
    const lead = fc.record({ score: fc.integer({ min: 0, max: 2 }), outcome: fc.constantFrom<0 | 1>(0, 1) })
    fc.assert(
      fc.property(
        fc.array(lead, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 6 }),
        (leads, k) => {
          expect(precision(leads, k)).toBeCloseTo(slowPrecision(leads, k), 12)
        },
      ),
    )
  })

  test('unscored leads come last, none at all give NaN', () => {
    const leads: Lead[] = [
      { score: Number.NaN, outcome: 1 },
      { score: 0.1, outcome: 0 },
    ]
    expect(precision(leads, 1)).toBe(0)
    expect(precision([], 3)).toBeNaN()
  })
})
