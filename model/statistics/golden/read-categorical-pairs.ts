import { z } from 'zod'
import categoricalInputs from './drift/categorical_inputs.json' with { type: 'json' }
import { readGolden } from './read-golden.ts'

/** Two samples of categories to compare, as counts over the levels that occur in either; missing values are gone. */
export interface CategoricalPair {
  readonly id: string
  readonly levels: readonly string[]
  readonly reference: Uint32Array
  readonly current: Uint32Array
}

const MISSING = -1
const pairSchema = z.object({
  id: z.string(),
  levels: z.array(z.string()),
  ref: z.array(z.int().min(MISSING)),
  cur: z.array(z.int().min(MISSING)),
})

/** The pairs of `drift/categorical_inputs.json` by id (`c001` and on); the golden results name them by it. */
export function readCategoricalPairs(): ReadonlyMap<string, CategoricalPair> {
  return new Map(
    readGolden(categoricalInputs, pairSchema).map(({ id, levels, ref, cur }) => {
      const occurring = levels
        .map((_, level) => level)
        .filter((level) => ref.includes(level) || cur.includes(level))
      const count = (sample: readonly number[]) =>
        Uint32Array.from(occurring, (level) => sample.filter((row) => row === level).length)
      const names = occurring.map((level) => levels[level] ?? '')
      return [id, { id, levels: names, reference: count(ref), current: count(cur) }]
    }),
  )
}
