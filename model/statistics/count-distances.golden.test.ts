/** The golden numbers of the distances between counts; what else is known of each stands in its own test. */
import { expect, test } from 'vitest'
import { z } from 'zod'
import jensenShannonFile from './golden/drift/jensen_shannon.json' with { type: 'json' }
import klFile from './golden/drift/kl.json' with { type: 'json' }
import psiFile from './golden/drift/psi.json' with { type: 'json' }
import { readCountResults } from './golden/read-count-results.ts'
import { goldenScore } from './golden/read-golden.ts'
import { relativeError } from './golden/relative-error.ts'
import { jensenShannon } from './jensen-shannon.ts'
import { kullbackLeibler } from './kullback-leibler.ts'
import { populationStabilityIndex } from './population-stability-index.ts'

test.each([
  ["populationStabilityIndex equals Evidently's", populationStabilityIndex, psiFile, 1e-11, 1e-300],
  // Near zero the terms cancel, and SciPy itself moves by 7e-13 between versions.
  ["kullbackLeibler equals SciPy's entropy", kullbackLeibler, klFile, 1e-11, 1e-15],
  ["jensenShannon equals SciPy's", jensenShannon, jensenShannonFile, 1e-9, 1e-9],
])('%s on every pair, and so do the verdicts', (_, distance, file, relative, absolute) => {
  for (const { id, reference, current, expected } of readCountResults(file, goldenScore)) {
    const score = distance(reference, current)
    if ('error' in expected) {
      expect(score, id).toBeNaN()
      continue
    }
    expect(relativeError(score, expected.score, absolute), id).toBeLessThanOrEqual(relative)
    expect(score >= 0.1, id).toBe(expected.drift)
  }
})

test('jensenShannon over the root of ln 2 is the distance with logarithms to base 2', () => {
  const schema = z.union([z.object({ error: z.literal('empty') }), z.object({ score_base2: z.number() })])
  for (const { id, reference, current, expected } of readCountResults(jensenShannonFile, schema)) {
    if ('error' in expected) continue
    const inBits = jensenShannon(reference, current) / Math.sqrt(Math.LN2)
    expect(relativeError(inBits, expected.score_base2, 1e-9), id).toBeLessThanOrEqual(1e-9)
  }
})
