/**
 * Distinct values of samples taken together, ascending.
 *
 * `samples` in any order, left as they are, any unit, without NaN. -0 and 0 are one value, given as 0. Empty input gives an empty
 * array.
 */
export function distinctValues(...samples: readonly Float64Array[]): Float64Array {
  const pooled = new Float64Array(samples.reduce((rows, sample) => rows + sample.length, 0))
  let next = 0
  for (const sample of samples) {
    pooled.set(sample, next)
    next += sample.length
  }
  pooled.sort()
  let distinct = 0
  for (const value of pooled) {
    if (distinct > 0 && value === pooled[distinct - 1]) continue
    // Adding 0 turns -0 into 0.
    pooled[distinct++] = value + 0
  }
  return pooled.slice(0, distinct)
}
