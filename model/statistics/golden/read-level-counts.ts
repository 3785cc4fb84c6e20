import { binTwoSamples } from '../bin-two-samples.ts'
import { readCategoricalPairs } from './read-categorical-pairs.ts'
import { readNumericPairs } from './read-numeric-pairs.ts'

/** Counts of two samples over the same bins or levels. */
export interface LevelCounts {
  readonly reference: Uint32Array
  readonly current: Uint32Array
}

/** Looks up a golden pair's counts by its id: categories by level, numbers by the bins of `binTwoSamples`; none is empty. */
export function readLevelCounts(): (id: string) => LevelCounts {
  const counts = new Map<string, LevelCounts>(readCategoricalPairs())
  for (const { id, reference, current } of readNumericPairs().values())
    counts.set(id, binTwoSamples(reference, current))
  return (id) => {
    const pair = counts.get(id)
    if (!pair) throw new Error(`There is no golden pair ${id}.`)
    return pair
  }
}
