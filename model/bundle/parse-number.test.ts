import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DecimalMark, numberValue, parseNumber } from './parse-number.ts'

const value = (text: string, decimal: DecimalMark | null = null) => {
  const parsed = parseNumber(text, decimal)
  return parsed.kind === 'number' ? numberValue(parsed.number) : parsed.kind
}
const markOf = (text: string) => {
  const parsed = parseNumber(text, null)
  return parsed.kind === 'number' ? parsed.number.mark : parsed.kind
}

describe('forms beyond doubt', () => {
  test.each([
    ['1234', 1234],
    ['1 234,5', 1234.5],
    ['1\u00a0234,5', 1234.5],
    ['1\u202f234\u202f567', 1_234_567],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ["1'234.50", 1234.5],
    ['1’234', 1234],
    ['1.234.567', 1_234_567],
    ['1,234,567.25', 1_234_567.25],
    ['0,6', 0.6],
    ['0,600', 0.6],
    ['12,5', 12.5],
    ['1234,567', 1234.567],
    [',5', 0.5],
    ['.5', 0.5],
    ['5.', 5],
    ['-5', -5],
    ['−5', -5],
    ['+5', 5],
    ['6e1', 60],
    ['1,5E-3', 0.0015],
    ["'60", 60],
    ['’60', 60],
    ['="70"', 70],
    ['75%', 75],
    ['75 %', 75],
    ['75\u00a0%', 75],
    ['007', 7],
  ])('%j is %d', (text, expected) => {
    expect(value(text)).toBe(expected)
  })

  test.each([
    ['0,6', ','],
    ['0.6', '.'],
    ['1.234,5', ','],
    ['1,234,567', '.'],
    ['1.234.567', ','],
    ['1 234,5', ','],
    ['1 234', null],
    ['60', null],
  ])('%j shows that decimals stand behind %j', (text, mark) => {
    expect(markOf(text)).toBe(mark)
  })
})

describe('forms that their column has to settle', () => {
  test.each([
    ['1,234', 1234, 1.234],
    ['12.345', 12.345, 12_345],
    ['-999,000', -999_000, -999],
  ])('%j', (text, withPoint, withComma) => {
    expect(value(text)).toBe('ambiguous')
    expect(value(text, '.')).toBe(withPoint)
    expect(value(text, ',')).toBe(withComma)
  })
})

describe('no numbers', () => {
  test.each([
    ['5,', ''],
    ['1 2', ''],
    ['12 34', ''],
    ['0 123', ''],
    ['1,23,456', ''],
    ['1.234,5,6', ''],
    ['1,234 567', ''],
    ['1.2.3', ''],
    ['€70', ''],
    ['70 EUR', ''],
    ['EUR 1.200.000,00', ''],
    ['%', ''],
    ['7%5', ''],
    ['1e', ''],
    ['1,234e', ''],
    ['--5', ''],
    ['(5)', ''],
    ["''60", ''],
    ['1'.repeat(61), ''],
  ])('%j', (text) => {
    expect(value(text)).toBe('none')
    expect(value(text, '.')).toBe('none')
    expect(value(text, ',')).toBe('none')
  })
})

const GROUPS = ['', ' ', '\u00a0', '\u202f', '\u2009', "'", '’', '.', ','] as const

/** Writes a number with groups of thousands and a decimal mark, character by character. */
function format(
  digits: string,
  fraction: string,
  group: string,
  mark: DecimalMark,
  negative: boolean,
): string {
  const grouped = [...digits].map((digit, index) => {
    const left = digits.length - index - 1
    return left > 0 && left % 3 === 0 ? digit + group : digit
  })
  return `${negative ? '-' : ''}${grouped.join('')}${fraction === '' ? '' : mark + fraction}`
}

describe('properties', () => {
  const anyNumber = fc.record({
    digits: fc.bigInt({ min: 0n, max: 999_999_999_999n }).map(String),
    fraction: fc.oneof(fc.constant(''), fc.stringMatching(/^\d{1,6}$/)),
    group: fc.constantFrom(...GROUPS),
    mark: fc.constantFrom<DecimalMark>('.', ','),
    negative: fc.boolean(),
    percent: fc.constantFrom('', '%', ' %'),
  })

  test('a number written in any locale form is read back as it was, when the column is known', () => {
    fc.assert(
      fc.property(anyNumber, ({ digits, fraction, group, mark, negative, percent }) => {
        fc.pre(group !== mark)
        const text = format(digits, fraction, group, mark, negative) + percent
        const expected = Number(`${negative ? '-' : ''}${digits}${fraction === '' ? '' : `.${fraction}`}`)
        expect(value(text, mark)).toBe(expected === 0 ? 0 : expected)
        // Without the column it is the same number or nobody's guess, never another one.
        expect([expected === 0 ? 0 : expected, 'ambiguous']).toContain(value(text))
      }),
      { numRuns: 1000 },
    )
  })

  /** All readings of a text, found by trying every combination of marks. */
  function slowly(text: string): Set<number> {
    const found = new Set<number>()
    for (const mark of ['.', ','] as const) {
      for (const group of ['', ...GROUPS]) {
        if (group === mark) continue
        const sign = /^[+-]/.exec(text)?.[0] ?? ''
        const [whole = '', ...fractions] = text.slice(sign.length).split(mark)
        const fraction = fractions[0] ?? ''
        if (fractions.length > 1 || !/^\d*$/.test(fraction) || (whole === '' && fraction === '')) continue
        if (fractions.length === 1 && fraction === '' && (mark === ',' || group !== '')) continue
        const parts = group === '' ? [whole] : whole.split(group)
        const grouped = parts.length > 1
        if (group !== '' && !grouped) continue
        if (!parts.every((part) => /^\d*$/.test(part)) || (grouped && parts.some((part) => part === '')))
          continue
        if (
          grouped &&
          (parts.slice(1).some((part) => part.length !== 3) || !/^[1-9]\d{0,2}$/.test(parts[0] ?? ''))
        )
          continue
        found.add(Number(`${sign === '-' ? '-' : ''}${parts.join('') || '0'}.${fraction || '0'}`))
      }
    }
    return found
  }

  test('a text has the readings that trying everything finds', () => {
    const text = fc.stringMatching(/^[+-]?[0-9., ']{1,12}$/).filter((candidate) => {
      return !/^[+-]? |'$|^'| $/.test(candidate)
    })
    fc.assert(
      fc.property(text, (written) => {
        const readings = [...slowly(written)]
        const parsed = parseNumber(written, null)
        switch (parsed.kind) {
          case 'none':
            expect(readings).toEqual([])
            break
          case 'number':
            expect(readings).toEqual([numberValue(parsed.number)])
            break
          case 'ambiguous':
            expect(new Set(readings)).toEqual(
              new Set([numberValue(parsed.decimals), numberValue(parsed.thousands)]),
            )
        }
      }),
      { numRuns: 3000 },
    )
  })

  test('plain numbers are what they are to every program', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (number) => {
        expect(value(String(number), '.')).toBe(number === 0 ? 0 : number)
      }),
    )
  })

  test('no text makes it throw, and none takes long', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9 .,'eE+%-]*$/)), (text) => {
        parseNumber(text, null)
      }),
      { numRuns: 2000 },
    )
    expect(value(`${'1 '.repeat(100_000)}x`)).toBe('none')
  })
})
