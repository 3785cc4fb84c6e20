/** Seeded random numbers: the same seed gives the same resources, byte for byte. */

export interface Random {
  /** Uniform in [0, 1), 32 bits. */
  next(): number
  /** Standard normal. */
  normal(): number
  /** Whole number in [0, below). */
  below(limit: number): number
  /** True with the given chance. */
  chance(probability: number): boolean
  /** One of the items, each as likely; items must not be empty. */
  pick<T>(items: readonly T[]): T
  /** An independent stream, so that drawing more in one place leaves the others as they are. */
  fork(label: number): Random
}

/** Chris Doty-Humphrey's sfc32 (PractRand): small, fast, and it passes the usual batteries. */
export function createRandom(seed: number, stream = 0): Random {
  let [a, b, c, counter] = [seed | 0, stream | 0, 0x9e3779b9 | 0, 1]
  const next = () => {
    const t = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return (t >>> 0) / 0x1_0000_0000
  }
  for (let warmUp = 0; warmUp < 15; warmUp++) next()
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    next,
    // Box-Muller; 1 - next() keeps the logarithm finite.
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    below,
    chance: (probability) => next() < probability,
    pick: (items) => {
      const item = items[below(items.length)]
      if (item === undefined) throw new Error('nothing to pick from')
      return item
    },
    fork: (label) => createRandom(seed, (stream * 31 + label + 1) | 0),
  }
}
