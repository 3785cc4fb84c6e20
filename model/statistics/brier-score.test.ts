import { describe, expect, it, test } from 'vitest'
import { brierScore } from './brier-score.ts'
import golden from './statistics.golden.json' with { type: 'json' }

describe('brierScore', () => {
  it.each(golden.scored)('equals scikit-learn: $name', ({ scores, outcomes, brier }) => {
    expect(brierScore(Float64Array.from(scores), Uint8Array.from(outcomes))).toBeCloseTo(brier, 12)
  })

  test('0 for certainty that came true, 1 for certainty that did not', () => {
    expect(brierScore(Float64Array.of(0, 1), Uint8Array.of(0, 1))).toBe(0)
    expect(brierScore(Float64Array.of(0, 1), Uint8Array.of(1, 0))).toBe(1)
    expect(brierScore(new Float64Array(), new Uint8Array())).toBeNaN()
  })
})
