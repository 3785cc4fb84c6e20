import { z } from 'zod'
import numericInputs from './drift/numeric_inputs.json' with { type: 'json' }
import { goldenNumber, readGolden } from './read-golden.ts'

/** Two samples of numbers to compare, cleaned: what is missing or infinite is gone, the order is as it was. */
export interface NumericPair {
  readonly id: string
  /** How the samples were drawn, such as `normal`, `levels` or `constref`. */
  readonly family: string
  readonly reference: Float64Array
  readonly current: Float64Array
}

const cell = z.union([goldenNumber, z.null()])
const pairSchema = z.object({ id: z.string(), family: z.string(), ref: z.array(cell), cur: z.array(cell) })

/** The pairs of `drift/numeric_inputs.json` by id (`n001` and on); the golden results name them by it. */
export function readNumericPairs(): ReadonlyMap<string, NumericPair> {
  const pairs = readGolden(numericInputs, pairSchema)
  return new Map(
    pairs.map(({ id, family, ref, cur }) => [id, { id, family, reference: clean(ref), current: clean(cur) }]),
  )
}

function clean(values: readonly (number | null)[]): Float64Array {
  return Float64Array.from(
    values.filter((value): value is number => value !== null && Number.isFinite(value)),
  )
}
