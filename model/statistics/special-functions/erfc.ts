const TERMS = 13
const STEP = 0.5
const NEAR_POLE = 6

/**
 * Complementary error function: 2/sqrt(pi) times the integral of exp(-t^2) from `x` to infinity.
 *
 * `x` any number; the result falls from 2 to 0 and underflows to 0 above x = 27. Relative error below 1e-13 throughout, also far
 * in the tail, where `1 - erf` would be 0. NaN gives NaN; -Infinity gives 2, Infinity 0.
 * Method: for |x| < 0.5 the Taylor series of erf; above, the trapezoidal rule with the correction for the integrand's pole,
 * whose error is below exp(-(pi/0.5)^2) = 7e-18.
 * Source: Matta, Reichel (1971), "Uniform computation of the error function and other related functions".
 */
export function erfc(x: number): number {
  if (x < 0) return 2 - erfc(-x)
  if (x < 0.5) return 1 - taylorErf(x)
  if (x > 27.3) return 0
  let sum = 1 / (2 * x * x)
  for (let k = 1; k <= TERMS; k++) {
    const node = (k * STEP) ** 2
    sum += Math.exp(-node) / (node + x * x)
  }
  const rule = ((2 * STEP * x) / Math.PI) * expOfMinusSquare(x) * sum
  // The pole at i x counts only while it is nearer than the rule's own reach, pi / STEP.
  return x > NEAR_POLE ? rule : rule - 2 / Math.expm1((2 * Math.PI * x) / STEP)
}

/** exp(-x^2) without the error of rounding x^2: the upper half of x squares exactly. */
function expOfMinusSquare(x: number): number {
  const high = Math.fround(x)
  return Math.exp(-high * high) * Math.exp(-(x - high) * (x + high))
}

function taylorErf(x: number): number {
  let term = x
  let sum = x
  for (let k = 1; Math.abs(term) > 1e-18 * Math.abs(sum); k++) {
    term *= (-x * x) / k
    sum += term / (2 * k + 1)
  }
  return (2 / Math.sqrt(Math.PI)) * sum
}
