/** Greatest common divisor of two whole numbers from 0 up, by Euclid's algorithm; with 0 it is the other number. */
export function greatestCommonDivisor(a: number, b: number): number {
  let [large, small] = [a, b]
  while (small !== 0) {
    const rest = large % small
    large = small
    small = rest
  }
  return large
}
