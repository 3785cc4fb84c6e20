import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { fitPlatt } from './fit-platt.ts'
import golden from './statistics.golden.json' with { type: 'json' }

/** Log loss with Platt's softened outcomes, as in the paper. */
function softenedLoss(
  logOdds: readonly number[],
  outcomes: readonly number[],
  slope: number,
  intercept: number,
): number {
  const engaged = outcomes.filter((outcome) => outcome === 1).length
  return logOdds.reduce((loss, x, lead) => {
    const target = outcomes[lead] === 1 ? (engaged + 1) / (engaged + 2) : 1 / (outcomes.length - engaged + 2)
    const chance = 1 / (1 + Math.exp(-(slope * x + intercept)))
    return loss - target * Math.log(chance) - (1 - target) * Math.log(1 - chance)
  }, 0)
}

describe('fitPlatt', () => {
  it.each(golden.scored)('equals scikit-learn: $name', ({ outcomes, platt }) => {
    const { slope, intercept } = fitPlatt(Float64Array.from(platt.logOdds), Uint8Array.from(outcomes))
    // scikit-learn stops its search early; its own digits end here.
    expect(slope).toBeCloseTo(platt.slope, 4)
    expect(intercept).toBeCloseTo(platt.intercept, 4)
  })

  test('no step in any direction lowers the loss', () => {
    const lead = fc.tuple(fc.double({ min: -4, max: 4, noNaN: true }), fc.constantFrom(0, 1))
    fc.assert(
      fc.property(fc.array(lead, { minLength: 3, maxLength: 40 }), (leads) => {
        const logOdds = leads.map(([x]) => x)
        const outcomes = leads.map(([, outcome]) => outcome)
        const { slope, intercept } = fitPlatt(Float64Array.from(logOdds), Uint8Array.from(outcomes))
        const best = softenedLoss(logOdds, outcomes, slope, intercept)
        for (const [ds, di] of [
          [1e-3, 0],
          [-1e-3, 0],
          [0, 1e-3],
          [0, -1e-3],
          [1e-3, -1e-3],
        ] as const) {
          expect(best).toBeLessThanOrEqual(softenedLoss(logOdds, outcomes, slope + ds, intercept + di) + 1e-9)
        }
      }),
    )
  })

  test('separable leads keep a finite slope, constant ones give the softened rate, none change nothing', () => {
    const separable = fitPlatt(Float64Array.of(-2, -1, 1, 2), Uint8Array.of(0, 0, 1, 1))
    expect(separable.slope).toBeGreaterThan(0)
    expect(separable.slope).toBeLessThan(5)
    const constant = fitPlatt(Float64Array.of(0, 0, 0, 0), Uint8Array.of(0, 0, 0, 1))
    expect(constant.slope).toBeCloseTo(0, 9)
    // Targets 2/3 and three times 1/5.
    expect(constant.intercept).toBeCloseTo(Math.log((2 / 3 + 0.6) / (1 / 3 + 2.4)), 9)
    expect(fitPlatt(new Float64Array(), new Uint8Array())).toEqual({ slope: 1, intercept: 0 })
  })
})
