import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom } from '../pipeline/random.ts'
import { sigmoid } from '../trees/sigmoid.ts'
import { fitPlatt, type PlattFit } from './fit-platt.ts'

function drawOutcomes(rows: number, truth: PlattFit, seed: number) {
  const random = createRandom(seed)
  const logOdds = Float64Array.from({ length: rows }, () => 1.5 * random.normal())
  const labels = Uint8Array.from(logOdds, (z) =>
    random.chance(sigmoid(truth.slope * z + truth.intercept)) ? 1 : 0,
  )
  return { logOdds, labels }
}

describe('fitPlatt', () => {
  it('finds the slope and intercept that outcomes were drawn with', () => {
    const truth = { slope: 0.6, intercept: -0.8 }
    const { logOdds, labels } = drawOutcomes(100_000, truth, 1)
    const fit = fitPlatt(logOdds, labels)
    expect(fit.slope).toBeCloseTo(truth.slope, 1)
    expect(fit.intercept).toBeCloseTo(truth.intercept, 1)
  })

  it('ends where both derivatives vanish: mean probability and mean target agree', () => {
    const parameters = fc.record({ slope: fc.double({ min: -2, max: 3, noNaN: true }), seed: fc.integer() })
    fc.assert(
      fc.property(parameters, ({ slope, seed }) => {
        const { logOdds, labels } = drawOutcomes(200, { slope, intercept: 0.3 }, seed)
        const fit = fitPlatt(logOdds, labels)
        const positives = labels.reduce((sum, label) => sum + label, 0)
        const target = (label: number) =>
          label === 1 ? (positives + 1) / (positives + 2) : 1 / (labels.length - positives + 2)
        let [bySlope, byIntercept] = [0, 0]
        labels.forEach((label, row) => {
          const miss = sigmoid(fit.slope * (logOdds[row] ?? 0) + fit.intercept) - target(label)
          byIntercept += miss
          bySlope += miss * (logOdds[row] ?? 0)
        })
        expect(Math.abs(byIntercept)).toBeLessThan(1e-4)
        expect(Math.abs(bySlope)).toBeLessThan(1e-4)
      }),
      { numRuns: 50 },
    )
  })

  it('stays finite for perfectly separated scores', () => {
    const fit = fitPlatt(Float64Array.of(-3, -2, 2, 3), Uint8Array.of(0, 0, 1, 1))
    expect(fit.slope).toBeGreaterThan(0)
    expect(fit.slope).toBeLessThan(2)
  })

  it('gives the smoothed rate when all scores are equal', () => {
    const fit = fitPlatt(new Float64Array(10).fill(2), Uint8Array.of(1, 1, 1, 0, 0, 0, 0, 0, 0, 0))
    const rate = (3 * (4 / 5) + 7 * (1 / 9)) / 10
    expect(sigmoid(fit.slope * 2 + fit.intercept)).toBeCloseTo(rate, 6)
  })

  it('changes nothing when nothing is known', () => {
    expect(fitPlatt(new Float64Array(0), new Uint8Array(0))).toEqual({ slope: 1, intercept: 0 })
  })

  it('shows scores that rank backwards by a negative slope', () => {
    const { logOdds, labels } = drawOutcomes(2000, { slope: -1, intercept: 0 }, 3)
    expect(fitPlatt(logOdds, labels).slope).toBeLessThan(0)
  })
})
