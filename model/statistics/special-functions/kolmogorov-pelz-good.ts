const PI2 = Math.PI ** 2
const ROOT_TWO_PI = Math.sqrt(2 * Math.PI)

/**
 * Distribution function of the two-sided one-sample Kolmogorov-Smirnov statistic for large `n`: the limit and its first three
 * corrections for a finite sample.
 *
 * `n` above 100, 0 < d < 1. The chance that `n` uniform values stay nearer than `d` to the true distribution. Absolute error
 * below 0.07/n^2 (3e-6 at n = 141); the textbook limit alone is wrong by whole percents there. May leave 0..1 by as much.
 * Source: Pelz, Good (1976), "Approximating the lower tail-areas of the Kolmogorov-Smirnov one-sample statistic".
 */
export function kolmogorovPelzGood(n: number, d: number): number {
  const z = Math.sqrt(n) * d
  const [z2, z4, z6] = [z ** 2, z ** 4, z ** 6]
  let [k0, k1, k2, k3] = [0, 0, 0, 0]
  const last = Math.ceil((16 * z) / Math.PI)
  for (let k = last; k >= 1; k--) {
    const odd = ((2 * k - 1) ** 2 * PI2) / 4
    const weight = Math.exp(-odd / (2 * z2))
    k0 += weight
    k1 += weight * (odd - z2)
    k2 += weight * (6 * z6 + 2 * z4 + (2 * z4 - 5 * z2) * odd + (1 - 2 * z2) * odd ** 2)
    k3 +=
      weight *
      ((5 - 30 * z2) * odd ** 3 +
        (212 * z4 - 60 * z2) * odd ** 2 +
        (135 * z4 - 96 * z6) * odd -
        (30 * z6 + 90 * z ** 8))
  }
  let [even2, even3] = [0, 0]
  for (let k = last; k >= 1; k--) {
    const even = k * k * PI2
    const weight = even * Math.exp(-even / (2 * z2))
    even2 += weight
    even3 += weight * (3 * z2 - even)
  }
  const terms =
    k0 / z +
    k1 / (6 * z4) / Math.sqrt(n) +
    (k2 / (72 * z ** 7) - even2 / (36 * z ** 3)) / n +
    (k3 / (6480 * z ** 10) + even3 / (216 * z6)) / n ** 1.5
  return ROOT_TWO_PI * terms
}
