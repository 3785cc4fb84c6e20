import type { z } from 'zod'
import { binTwoSamples } from '../bin-two-samples.ts'
import { readCategoricalPairs } from './read-categorical-pairs.ts'
import { readGolden } from './read-golden.ts'
import { readNumericPairs } from './read-numeric-pairs.ts'

/** Counts of two samples over the same bins or levels, none empty in both, with what SciPy says about them. */
export interface CountResult<Expected> {
  readonly id: string
  readonly reference: Uint32Array
  readonly current: Uint32Array
  readonly expected: Expected
}

/**
 * The cases of a golden file joined with their samples as counts: categories by level, numbers by the bins of `binTwoSamples`;
 * `schema` describes the results. An id that names no pair throws.
 */
export function readCountResults<Expected>(
  file: { readonly cases: readonly { readonly id: string }[] },
  schema: z.ZodType<Expected>,
): CountResult<Expected>[] {
  const [categorical, numeric] = [readCategoricalPairs(), readNumericPairs()]
  return readGolden(file, schema).map((expected, index) => {
    const id = file.cases[index]?.id ?? ''
    const numbers = numeric.get(id)
    const counts = numbers ? binTwoSamples(numbers.reference, numbers.current) : categorical.get(id)
    if (!counts) throw new Error(`There is no golden pair ${id}.`)
    return { id, reference: counts.reference, current: counts.current, expected }
  })
}
