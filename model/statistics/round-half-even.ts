/** Rounds to the nearest whole number, a half to the even one, as NumPy and IEEE 754 do; NaN stays NaN. */
export function roundHalfEven(x: number): number {
  const below = Math.floor(x)
  if (x - below !== 0.5) return Math.round(x)
  return below % 2 === 0 ? below : below + 1
}
