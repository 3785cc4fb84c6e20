import { describe, expect, it, test } from 'vitest'
import { logLoss } from './log-loss.ts'
import { logLossOfLead } from './log-loss-of-lead.ts'
import golden from './statistics.golden.json' with { type: 'json' }

describe('logLoss', () => {
  it.each(golden.scored)('equals scikit-learn: $name', ({ scores, outcomes, logLoss: expected }) => {
    expect(logLoss(Float64Array.from(scores), Uint8Array.from(outcomes))).toBeCloseTo(expected, 12)
  })

  test('a coin costs ln 2 whatever happens', () => {
    expect(logLoss(Float64Array.of(0.5, 0.5, 0.5), Uint8Array.of(0, 1, 1))).toBeCloseTo(Math.LN2, 15)
  })

  test('being certain and wrong costs much, but not everything', () => {
    const [loss] = logLossOfLead(Float64Array.of(0), Uint8Array.of(1))
    expect(loss).toBeCloseTo(52 * Math.LN2, 10)
  })

  test('nothing to judge gives NaN', () => {
    expect(logLoss(new Float64Array(), new Uint8Array())).toBeNaN()
    expect(logLoss(Float64Array.of(Number.NaN), Uint8Array.of(1))).toBeNaN()
  })
})
