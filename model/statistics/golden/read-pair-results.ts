import type { z } from 'zod'
import { type PooledSamples, poolSamples } from '../pool-samples.ts'
import { readGolden } from './read-golden.ts'
import { type NumericPair, readNumericPairs } from './read-numeric-pairs.ts'

/** A pair of samples, pooled, with what SciPy says about it. */
export type PairResult<Expected> = NumericPair & { readonly pool: PooledSamples; readonly expected: Expected }

/** Sorts and pools the two samples of a pair. */
export function poolPair({ reference, current }: Pick<NumericPair, 'reference' | 'current'>): PooledSamples {
  return poolSamples(Float64Array.from(reference).sort(), Float64Array.from(current).sort())
}

/**
 * The cases of a golden file about pairs of numbers, joined with the samples; `schema` describes the results. Cases about
 * categories (ids of `c001` and on) are left out.
 */
export function readPairResults<Expected>(
  file: { readonly cases: readonly { readonly id: string }[] },
  schema: z.ZodType<Expected>,
): PairResult<Expected>[] {
  const pairs = readNumericPairs()
  const cases = file.cases.filter(({ id }) => pairs.has(id))
  const expected = readGolden({ cases }, schema)
  return cases.flatMap(({ id }, index) => {
    const pair = pairs.get(id)
    const result = expected[index]
    return pair && result !== undefined ? [{ ...pair, pool: poolPair(pair), expected: result }] : []
  })
}
