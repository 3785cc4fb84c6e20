/** The levels that rows drawn in a test can have. */
export const levels: readonly number[] = [0, 1, 2, 3, 4, 5]

/** How large a part of the sample's rows, given as numbers of levels, has this level. */
export function share(sample: readonly number[], level: number): number {
  return sample.filter((row) => row === level).length / sample.length
}

/** The sample's rows as counts over `levels`: what a statistic takes. */
export function count(sample: readonly number[]): Uint32Array {
  return Uint32Array.from(levels, (level) => sample.filter((row) => row === level).length)
}
