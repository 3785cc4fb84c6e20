import { besselKQuarter } from './bessel-k-quarter.ts'

/** Where the series for the body and that for the tail are both exact after a few terms. */
const TAIL_FROM = 0.4
const NODES = 128

/**
 * Survival function of the limiting Cramér-von Mises statistic: the chance that, for endless samples, it is `x` or more.
 *
 * x of 0 and below gives 1, Infinity 0; NaN gives NaN. Relative error below 1e-12, also in the tail, where SciPy's 1 minus the
 * distribution function is noise below 1e-7.
 * Source: Anderson, Darling (1952), equation 4.35 (body); Smirnov (1936) (tail).
 */
export function cramerVonMisesSurvival(x: number): number {
  if (Number.isNaN(x)) return Number.NaN
  if (x <= 0) return 1
  return x < TAIL_FROM ? 1 - body(x) : tail(x)
}

/** Distribution function, as a series of Bessel functions of order 1/4. */
function body(x: number): number {
  let sum = 0
  // (2k - 1)!! / (2k)!!, which is Gamma(k + 1/2) / (Gamma(1/2) k!).
  let ratio = 1
  for (let k = 0; ; k++) {
    const odd = 4 * k + 1
    const at = odd ** 2 / (16 * x)
    const term = ratio * Math.sqrt(odd) * Math.exp(-at) * besselKQuarter(at)
    sum += term
    // Turned round so that a NaN ends it too.
    if (!(term > 1e-17 * sum)) return sum / (Math.PI * Math.sqrt(x))
    ratio *= (k + 0.5) / (k + 1)
  }
}

/** Integrals over every second interval between multiples of pi, with alternating sign. */
function tail(x: number): number {
  let sum = 0
  for (let k = 1; ; k++) {
    const term = between((2 * k - 1) * Math.PI, x)
    sum += k % 2 === 1 ? term : -term
    if (!(term > 1e-17 * sum)) return sum
  }
}

/**
 * (2/pi) times the integral of exp(-x u^2 / 2) / sqrt(u |sin u|) from `start` over a length of pi.
 * With u = start + pi (1 - cos angle) / 2 the ends are smooth, and the midpoint rule is exact to the last digit.
 */
function between(start: number, x: number): number {
  let sum = 0
  for (let node = 0; node < NODES; node++) {
    const angle = ((node + 0.5) * Math.PI) / NODES
    const into = Math.PI * Math.sin(angle / 2) ** 2
    const u = start + into
    sum += (Math.exp((-x * u * u) / 2) * Math.sin(angle)) / Math.sqrt(u * Math.sin(into))
  }
  return (Math.PI / NODES) * sum
}
