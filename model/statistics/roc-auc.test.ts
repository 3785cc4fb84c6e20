import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { rocAuc } from './roc-auc.ts'
import golden from './statistics.golden.json' with { type: 'json' }

/** The definition: over all pairs of an engaged and another lead, the share in which the engaged one scored higher. */
function pairwise(scores: readonly number[], outcomes: readonly number[]): number {
  let won = 0
  let pairs = 0
  scores.forEach((score, lead) => {
    scores.forEach((other, otherLead) => {
      if (outcomes[lead] !== 1 || outcomes[otherLead] !== 0) return
      pairs += 1
      won += score > other ? 1 : score === other ? 0.5 : 0
    })
  })
  return won / pairs
}

describe('rocAuc', () => {
  it.each(golden.scored)('equals scikit-learn: $name', ({ scores, outcomes, auc }) => {
    expect(rocAuc(Float64Array.from(scores), Uint8Array.from(outcomes))).toBeCloseTo(auc, 12)
  })

  test('it is the share of pairs in the right order, whatever the ties', () => {
    const lead = fc.tuple(fc.integer({ min: -3, max: 3 }), fc.constantFrom(0, 1))
    fc.assert(
      fc.property(fc.array(lead, { maxLength: 30 }), (leads) => {
        const scores = leads.map(([score]) => score)
        const outcomes = leads.map(([, outcome]) => outcome)
        const auc = rocAuc(Float64Array.from(scores), Uint8Array.from(outcomes))
        const expected = pairwise(scores, outcomes)
        if (Number.isNaN(expected)) expect(auc).toBeNaN()
        else expect(auc).toBeCloseTo(expected, 12)
      }),
    )
  })

  test('constant scores give a half, one kind of outcome gives NaN', () => {
    expect(rocAuc(new Float64Array(4), Uint8Array.of(0, 1, 1, 0))).toBe(0.5)
    expect(rocAuc(Float64Array.of(0.1, 0.9), Uint8Array.of(1, 1))).toBeNaN()
    expect(rocAuc(new Float64Array(), new Uint8Array())).toBeNaN()
  })
})
