/** Seeded random numbers: the same seed gives the same resources, byte for byte. */
import { seededRandom } from '../statistics/seeded-random.ts'

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

/** Seeded random numbers with the draws a population needs. */
export function createRandom(seed: number, stream = 0): Random {
  const next = seededRandom(seed, stream)
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
