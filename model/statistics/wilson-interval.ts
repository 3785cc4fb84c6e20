import { NORMAL_975 } from './normal-quantile-975.ts'

/**
 * 95 % interval of a share by Wilson's score method, without continuity correction.
 *
 * `successes` of `n` leads, 0 <= successes <= n. Returns a range within 0..1 that is sensible for small n and for shares of 0
 * and 1. n = 0 gives `[0, 1]`: nothing is known.
 * Source: Wilson (1927), "Probable inference, the law of succession, and statistical inference".
 */
export function wilsonInterval(successes: number, n: number): readonly [number, number] {
  if (n === 0) return [0, 1]
  const z2 = NORMAL_975 ** 2
  const share = successes / n
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n)
  const reach = (NORMAL_975 / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n))
  // At the ends centre and reach are equal but for rounding; the exact bound is known.
  return [
    successes === 0 ? 0 : Math.max(0, centre - reach),
    successes === n ? 1 : Math.min(1, centre + reach),
  ]
}
