import { greatestCommonDivisor } from './greatest-common-divisor.ts'

/** How many ways lead to each sum, sums ascending. */
interface Frequencies {
  readonly sums: Float64Array
  readonly ways: Float64Array
}

/**
 * Exact p of the two-sample Cramér-von Mises test: the share of all orders of `n` and `m` values whose statistic is at least
 * the one seen.
 *
 * `area` is the sum over all n + m places in the pooled order of (i L/n - j L/m)^2, L the least common multiple of `n` and `m`, i and j
 * how many of each sample came so far; half-way between two whole areas, as tied values give, it counts as the lower one.
 * An area no order reaches gives 0. Counts are exact while there are fewer than 2^53 orders.
 * Cost: n m steps over all the different areas so far: milliseconds for 20 and 20 values, 0.1 s for 20 and 19.
 * Source: Xiao, Gordon, Yakovlev (2007), "A C++ program for the Cramér-von Mises two-sample test".
 */
export function cramerVonMisesExactP(n: number, m: number, area: number): number {
  const divisor = greatestCommonDivisor(n, m)
  const [perReference, perCurrent] = [m / divisor, n / divisor]
  const seen = Math.floor(area)
  let column: Frequencies[] = []
  for (let i = 0; i <= n; i++) {
    const next: Frequencies[] = []
    for (let j = 0; j <= m; j++) {
      const reached = i === 0 && j === 0 ? START : merge(next[j - 1] ?? NONE, column[j] ?? NONE)
      next.push(shift(reached, (i * perReference - j * perCurrent) ** 2, seen))
    }
    column = next
  }
  const below = (column[m] ?? NONE).ways.reduce((sum, ways) => sum + ways, 0)
  const orders = countOrders(n, m)
  return (orders - below) / orders
}

const NONE: Frequencies = { sums: new Float64Array(), ways: new Float64Array() }
const START: Frequencies = { sums: Float64Array.of(0), ways: Float64Array.of(1) }

/** Adds `amount` to every sum and drops those that reach `limit`: they only grow, and all that is asked is how many. */
function shift({ sums, ways }: Frequencies, amount: number, limit: number): Frequencies {
  let kept = sums.length
  while (kept > 0 && (sums[kept - 1] ?? 0) + amount >= limit) kept--
  return { sums: sums.subarray(0, kept).map((sum) => sum + amount), ways: ways.subarray(0, kept) }
}

function merge(left: Frequencies, right: Frequencies): Frequencies {
  const sums = new Float64Array(left.sums.length + right.sums.length)
  const ways = new Float64Array(sums.length)
  let [i, j, length] = [0, 0, 0]
  while (i < left.sums.length || j < right.sums.length) {
    const one = left.sums[i] ?? Number.POSITIVE_INFINITY
    const other = right.sums[j] ?? Number.POSITIVE_INFINITY
    sums[length] = Math.min(one, other)
    ways[length] = (one <= other ? (left.ways[i++] ?? 0) : 0) + (other <= one ? (right.ways[j++] ?? 0) : 0)
    length++
  }
  return { sums: sums.subarray(0, length), ways: ways.subarray(0, length) }
}

function countOrders(n: number, m: number): number {
  let orders = 1
  for (let value = 1; value <= n; value++) orders = (orders * (m + value)) / value
  return Math.round(orders)
}
