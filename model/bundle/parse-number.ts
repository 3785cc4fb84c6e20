/** Takes a number apart as people and spreadsheets write it anywhere: `1 234,5`, `1.234,5`, `1,234.5`, `75 %`, `6e1`. */

export type DecimalMark = '.' | ','

/** A text that is a number. Its digits are kept as text, so that moving the point by two places loses nothing. */
export interface WrittenNumber {
  /** As `Number` reads it, without exponent. */
  readonly plain: string
  readonly exponent: number
  readonly percent: boolean
  /** The mark that stands before its decimals beyond doubt; null where there are none, or the column had to tell. */
  readonly mark: DecimalMark | null
}

export type ParsedNumber =
  | { readonly kind: 'number'; readonly number: WrittenNumber }
  /** `1,234`: thousands to some, decimals to others. */
  | { readonly kind: 'ambiguous'; readonly decimals: WrittenNumber; readonly thousands: WrittenNumber }
  | { readonly kind: 'none' }

const NONE: ParsedNumber = { kind: 'none' }
const LONGEST = 60
/** Spaces that stand between groups of digits: no-break, figure, thin and narrow no-break. */
const SPACES = /[\u00a0\u2007\u2009\u202f]/g
/** An apostrophe before a number is how a spreadsheet marks text. */
const TEXT_MARK = /^['’](?=[+-]?[\d.,])/
/** A formula that is nothing but a text: so some exports keep a spreadsheet from touching a number. */
const TEXT_FORMULA = /^="([^"]*)"$/
const PARTS = /^([+-]?)([\d .,']*\d[.]?|\d+)(?:[eE]([+-]?\d{1,3}))?( ?%)?$/
const WHOLE = /^\d+$/
const ONE_MARK = /^(\d*)([.,])(\d*)$/
const GROUPED = /^([1-9]\d{0,2})([ '.,])(\d{3}(?:\2\d{3})*)(?:([.,])(\d+))?$/

/** Reads a number from trimmed text. `decimal` settles what could be either; null leaves it ambiguous. */
export function parseNumber(text: string, decimal: DecimalMark | null): ParsedNumber {
  if (text.length > LONGEST) return NONE
  const cleaned = text
    .replace(SPACES, ' ')
    .replace(TEXT_FORMULA, '$1')
    .replace(TEXT_MARK, '')
    .replaceAll('’', "'")
    .replace(/^−/, '-')
  const parts = PARTS.exec(cleaned)
  if (!parts) return NONE
  const [, sign = '', mantissa = '', exponent, percent] = parts
  const written = (digits: string, mark: DecimalMark | null): WrittenNumber => ({
    plain: `${sign}${digits}`,
    exponent: Number(exponent ?? 0),
    percent: percent !== undefined,
    mark,
  })
  if (WHOLE.test(mantissa)) return { kind: 'number', number: written(mantissa, null) }
  const one = ONE_MARK.exec(mantissa)
  if (one) return readOneMark(one, decimal, exponent !== undefined, written)
  const digits = exponent === undefined ? groupedDigits(mantissa) : null
  return digits === null ? NONE : { kind: 'number', number: written(digits.digits, digits.mark) }
}

/** The value, its point moved by `places`; the nearest number to what is written. */
export function numberValue({ plain, exponent }: WrittenNumber, places = 0): number {
  const value = Number(`${plain}e${exponent + places}`)
  // -0 and 0 are one value to a person.
  return value === 0 ? 0 : value
}

/** One point or one comma: decimals, unless exactly three digits follow and one to three come before. */
function readOneMark(
  parts: RegExpExecArray,
  decimal: DecimalMark | null,
  hasExponent: boolean,
  written: (digits: string, mark: DecimalMark | null) => WrittenNumber,
): ParsedNumber {
  const [, left = '', mark = '', right = ''] = parts
  if (mark !== '.' && mark !== ',') return NONE
  // "5," is a slip of the keyboard; "5." is how some programs write 5.0.
  if (left + right === '' || (right === '' && mark === ',')) return NONE
  const decimals = written(`${left === '' ? '0' : left}.${right === '' ? '0' : right}`, mark)
  if (right.length !== 3 || !/^[1-9]\d{0,2}$/.test(left) || hasExponent) {
    return { kind: 'number', number: decimals }
  }
  const thousands = written(left + right, null)
  if (decimal === null) return { kind: 'ambiguous', decimals, thousands }
  return { kind: 'number', number: decimal === mark ? { ...decimals, mark: null } : thousands }
}

/** Groups of three digits, all parted by the same sign, and decimals behind another one. */
function groupedDigits(
  mantissa: string,
): { readonly digits: string; readonly mark: DecimalMark | null } | null {
  const parts = GROUPED.exec(mantissa)
  if (!parts) return null
  const [, first = '', group = '', rest = '', mark, fraction] = parts
  if (mark === group) return null
  const whole = first + rest.replaceAll(group, '')
  // `1,234,567` has no decimals but shows that the comma is not their mark.
  const otherMark = group === ',' ? '.' : group === '.' ? ',' : null
  if (mark !== '.' && mark !== ',') return { digits: whole, mark: otherMark }
  return { digits: `${whole}.${fraction}`, mark }
}
