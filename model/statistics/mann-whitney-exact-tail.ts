/**
 * Chance that Mann and Whitney's U is at most `u` when two samples of `n` and `m` values without ties are from one distribution.
 *
 * `u` a whole number; below 0 the chance is 0, from n m up it is 1. Exact to about 12 digits: counts of orders, as the
 * coefficients of a Gaussian binomial, built by one multiplication and one division per value of the smaller sample. Only the
 * half below n m / 2 is counted; the other is its mirror.
 * Cost: min(n, m) passes over at most n m / 2 numbers; meant for a smaller sample of 8 and fewer.
 * Source: Mann, Whitney (1947), "On a test of whether one of two random variables is stochastically larger than the other".
 */
export function mannWhitneyExactTail(u: number, n: number, m: number): number {
  if (u < 0) return 0
  if (u >= n * m) return 1
  // P(U <= u) = 1 - P(U <= n m - u - 1), because U and n m - U are alike.
  if (2 * u >= n * m) return 1 - mannWhitneyExactTail(n * m - u - 1, n, m)
  const [few, many] = n < m ? [n, m] : [m, n]
  const orders = new Float64Array(u + 1)
  orders[0] = 1
  let all = 1
  for (let value = 1; value <= few; value++) {
    all *= (many + value) / value
    for (let at = u; at >= many + value; at--)
      orders[at] = (orders[at] ?? 0) - (orders[at - many - value] ?? 0)
    for (let at = value; at <= u; at++) orders[at] = (orders[at] ?? 0) + (orders[at - value] ?? 0)
  }
  let atMost = 0
  for (const count of orders) atMost += count
  return atMost / all
}
