/** Two samples as steps: the distinct values of both, and how much of each sample lies at or below every one. */
export interface PooledSamples {
  /** Distinct values of both samples, ascending. */
  readonly values: Float64Array
  /** For each of `values`: how many of the reference are at most that. */
  readonly referenceUpTo: Uint32Array
  /** For each of `values`: how many of the current sample are at most that. */
  readonly currentUpTo: Uint32Array
  readonly referenceCount: number
  readonly currentCount: number
}

/**
 * Pools two sorted samples into steps, the form that the two-sample statistics of this folder take. Make it once per field.
 *
 * `referenceSorted` and `currentSorted` ascending, as a typed array's `sort()` leaves them; any unit, any two sizes. -0 and 0 are one
 * value (0). NaN, which sorts last, counts as missing: it is left out, of the counts too. Empty input gives no values or
 * those of the other sample; ties and constants need nothing special. Linear in the sizes.
 */
export function poolSamples(referenceSorted: Float64Array, currentSorted: Float64Array): PooledSamples {
  const referenceCount = countWithoutNaN(referenceSorted)
  const currentCount = countWithoutNaN(currentSorted)
  const values = new Float64Array(referenceCount + currentCount)
  const referenceUpTo = new Uint32Array(values.length)
  const currentUpTo = new Uint32Array(values.length)
  let [i, j, distinct] = [0, 0, 0]
  while (i < referenceCount || j < currentCount) {
    const reference = i < referenceCount ? (referenceSorted[i] ?? Number.NaN) : Number.POSITIVE_INFINITY
    const current = j < currentCount ? (currentSorted[j] ?? Number.NaN) : Number.POSITIVE_INFINITY
    const value = reference < current ? reference : current
    while (i < referenceCount && referenceSorted[i] === value) i++
    while (j < currentCount && currentSorted[j] === value) j++
    // Adding 0 turns -0 into 0.
    values[distinct] = value + 0
    referenceUpTo[distinct] = i
    currentUpTo[distinct] = j
    distinct++
  }
  return {
    values: values.subarray(0, distinct),
    referenceUpTo: referenceUpTo.subarray(0, distinct),
    currentUpTo: currentUpTo.subarray(0, distinct),
    referenceCount,
    currentCount,
  }
}

function countWithoutNaN(sorted: Float64Array): number {
  let count = sorted.length
  while (count > 0 && Number.isNaN(sorted[count - 1])) count--
  return count
}
