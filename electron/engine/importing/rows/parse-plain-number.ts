/** Reads a plain decimal number from bytes, without making a string of it. */

const DOT = 0x2e
const MINUS = 0x2d
const ZERO = 0x30
/** So many digits are an exact double, and one division by an exact power of ten rounds as reading the text would. */
const MAX_DIGITS = 15
const POWERS = Float64Array.from({ length: MAX_DIGITS + 1 }, (_, power) => 10 ** power)

/**
 * The number in `bytes[start, end)`, or NaN when it is written in a form that this fast way does not know: the caller
 * then reads it as text. Gives what `Number(text)` gives (a property test), but 0 for -0.
 */
export function parsePlainNumber(bytes: Uint8Array, start: number, end: number): number {
  let position = start
  const negative = bytes[position] === MINUS
  if (negative) position++
  if (end - position > MAX_DIGITS + 1 || position >= end) return Number.NaN
  let digits = 0
  let count = 0
  let dot = -1
  for (; position < end; position++) {
    const byte = bytes[position] as number
    const digit = byte - ZERO
    if (digit >= 0 && digit <= 9) {
      digits = digits * 10 + digit
      count++
    } else if (byte === DOT && dot < 0 && count > 0) dot = count
    else return Number.NaN
  }
  if (count === 0 || count > MAX_DIGITS) return Number.NaN
  const value = dot < 0 ? digits : digits / (POWERS[count - dot] as number)
  return negative ? 0 - value : value
}
