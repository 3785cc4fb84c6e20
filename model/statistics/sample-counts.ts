import { totalCount } from './total-count.ts'

/**
 * Counts of a random sample of the rows that counts stand for, drawn without replacement, each set of rows as likely as any other.
 *
 * `counts` by level or distinct value; `rows` to draw: all of them are kept where there are no more. Returns counts over the same
 * levels. `random` is uniform in [0, 1). Linear in the rows that `counts` stand for.
 * Source: Knuth, The Art of Computer Programming, volume 2, section 3.4.2, algorithm S.
 */
export function sampleCounts(counts: Uint32Array, rows: number, random: () => number): Uint32Array {
  let left = totalCount(counts)
  let wanted = rows
  if (left <= rows) return counts.slice()
  const sample = new Uint32Array(counts.length)
  for (let level = 0; level < counts.length; level++) {
    let taken = 0
    for (let row = counts[level] ?? 0; row > 0; row--) {
      if (random() * left < wanted) {
        taken++
        wanted--
      }
      left--
    }
    sample[level] = taken
  }
  return sample
}
