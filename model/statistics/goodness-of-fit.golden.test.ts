/** The golden numbers of the tests of goodness of fit; what else is known of each stands in its own test. */
import { expect, test } from 'vitest'
import { z } from 'zod'
import { chiSquareFit } from './chi-square-fit.ts'
import { gTest } from './g-test.ts'
import chiSquareFile from './golden/drift/chi_square.json' with { type: 'json' }
import gFile from './golden/drift/g_test.json' with { type: 'json' }
import { readCountResults } from './golden/read-count-results.ts'
import { goldenNumber } from './golden/read-golden.ts'
import { relativeError } from './golden/relative-error.ts'

const schema = z.union([
  z.object({ error: z.literal('empty') }),
  z.object({ statistic: goldenNumber, df: z.number(), p: goldenNumber, drift: z.boolean() }),
])

test.each([
  ["chiSquareFit equals SciPy's chisquare", chiSquareFit, chiSquareFile, 0.05],
  ["gTest equals SciPy's power_divergence", gTest, gFile, 0.1],
])('%s on every pair, and so do the verdicts', (_, goodness, file, threshold) => {
  for (const { id, reference, current, expected } of readCountResults(file, schema)) {
    const { statistic, degreesOfFreedom, p } = goodness(reference, current)
    if ('error' in expected) {
      expect([statistic, p], id).toEqual([Number.NaN, Number.NaN])
      continue
    }
    expect(relativeError(statistic, expected.statistic), id).toBeLessThanOrEqual(1e-10)
    expect(degreesOfFreedom, id).toBe(expected.df)
    expect(relativeError(p, expected.p), id).toBeLessThanOrEqual(1e-10)
    expect(p < threshold, id).toBe(expected.drift)
  }
})
