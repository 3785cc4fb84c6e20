/** Quantiles of very many values without sorting them. */
import { quantile } from '../../../../model/statistics/quantile.ts'

/** Below this, sorting is faster. */
const WORTH_COUNTING = 16_384
const HALF_BITS = 16
const HALF = 1 << HALF_BITS
const LOW_HALF = HALF - 1

/**
 * Quantiles by linear interpolation between order statistics, exactly as `quantile` gives them for the sorted values; a
 * million values take 5 ms where sorting takes 80.
 *
 * `values` not negative and without NaN, in any order, any unit; `shares` 0 to 1. Empty input gives NaN. How it works:
 * the bits of positive float32 numbers, read as integers, are in the order of the numbers. Values are counted by the
 * upper half of their bits; where an order statistic lies, the values of that count alone are counted by the lower half.
 */
export function exactQuantiles(values: Float32Array<ArrayBuffer>, shares: readonly number[]): number[] {
  if (values.length < WORTH_COUNTING) {
    const sorted = values.slice().sort()
    return shares.map((share) => quantile(sorted, share))
  }
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length)
  const upper = countUpperHalves(bits)
  const lower = new Map<number, Uint32Array>()
  const last = values.length - 1
  const orderStatistic = (rank: number) => {
    const [high, within] = findRank(upper, rank)
    const counts = lower.get(high) ?? countLowerHalves(bits, high)
    lower.set(high, counts)
    return toFloat(high * HALF + findRank(counts, within)[0])
  }
  return shares.map((share) => {
    const position = Math.min(Math.max(share, 0), 1) * last
    const rank = Math.floor(position)
    return quantile(
      Float32Array.of(orderStatistic(rank), orderStatistic(Math.min(rank + 1, last))),
      position - rank,
    )
  })
}

function countUpperHalves(bits: Uint32Array): Uint32Array {
  const counts = new Uint32Array(HALF)
  for (let i = 0; i < bits.length; i += 1) {
    const half = (bits[i] ?? 0) >>> HALF_BITS
    counts[half] = (counts[half] ?? 0) + 1
  }
  return counts
}

function countLowerHalves(bits: Uint32Array, high: number): Uint32Array {
  const counts = new Uint32Array(HALF)
  for (let i = 0; i < bits.length; i += 1) {
    const value = bits[i] ?? 0
    if (value >>> HALF_BITS !== high) continue
    const half = value & LOW_HALF
    counts[half] = (counts[half] ?? 0) + 1
  }
  return counts
}

/** Where the value of this rank (0 is the smallest) was counted, and its rank among those counted there. */
function findRank(counts: Uint32Array, rank: number): [index: number, within: number] {
  let before = 0
  for (let index = 0; index < counts.length; index += 1) {
    const here = counts[index] ?? 0
    if (rank < before + here) return [index, rank - before]
    before += here
  }
  throw new Error('no value has this rank')
}

function toFloat(bits: number): number {
  return new Float32Array(Uint32Array.of(bits).buffer)[0] ?? Number.NaN
}
