import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exampleField } from './example-field.ts'
import { checkField, readField } from './read-field.ts'
import { NO_RULES, type ReadingRules } from './reading-rules.ts'

const quality = exampleField({ name: 'llm_quality', label: 'LLM quality', type: 'integer', min: 0, max: 100 })
const engagement = exampleField({ label: 'LLM engagement', type: 'number', min: 0, max: 1 })
const size = exampleField({
  label: 'Company size',
  type: 'category',
  options: [
    { value: '2-10', label: '2 to 10 employees', aliases: ['1-10'] },
    { value: '11-50', aliases: ['Nov-50'] },
    { value: '51-200' },
    { value: '201+' },
  ],
})
const industry = exampleField({ label: 'Industry', type: 'category', maxLength: 20 })
const summary = exampleField({ label: 'Summary', type: 'text', maxLength: 5 })
const metOn = exampleField({ label: 'Met on', type: 'date', min: 0 })

const refused = (code: string, message: string) => ({ ok: false, code, message })
const value = (read: unknown) => ({ ok: true, value: read })

describe('numbers', () => {
  test.each([
    ['70', 70],
    [' 70 ', 70],
    ['70.0', 70],
    ['6e1', 60],
    ['+5', 5],
    ['-0', 0],
    ['', null],
    ['   ', null],
    ['NaN', null],
    ['N/A', null],
    ['n/a', null],
    ['null', null],
    ['None', null],
    ['-', null],
  ])('%j is read as %j', (text, expected) => {
    expect(readField(quality, text)).toStrictEqual(value(expected))
  })

  test.each(['abc', '#REF!', '0x1f', '1e', '.', 'Infinity', '12 points', '--', '१२', '€70', '1 2', '7 0'])(
    '%j is not a number',
    (text) => {
      expect(readField(quality, text)).toMatchObject({ ok: false, code: 'value_not_a_number' })
    },
  )

  test('out of range: the sentence names field, range and value', () => {
    expect(readField(quality, '130')).toEqual(
      refused('value_out_of_range', 'LLM quality must be between 0 and 100; it is 130.'),
    )
    expect(checkField(engagement, 60)).toEqual(
      refused('value_out_of_range', 'LLM engagement must be between 0 and 1; it is 60.'),
    )
    expect(readField(exampleField({ label: 'Year', type: 'integer', min: 1000 }), '5')).toMatchObject({
      message: 'Year must be at least 1000; it is 5.',
    })
    expect(readField(exampleField({ label: 'Rank', type: 'number', max: 3 }), '5')).toMatchObject({
      message: 'Rank must be at most 3; it is 5.',
    })
  })

  test('a whole number must be whole', () => {
    expect(readField(quality, '70.5')).toEqual(
      refused('value_not_a_number', 'LLM quality must be a whole number; it is 70.5.'),
    )
  })

  test.each([
    ['0,6', 0.6],
    ['0,125', 0.125],
    [',5', 0.5],
    ['60%', 0.6],
    ['60 %', 0.6],
    ["'0.5", 0.5],
    ['1e-1', 0.1],
  ])('%j stands alone and is beyond doubt: %d', (text, expected) => {
    expect(readField(engagement, text)).toMatchObject(value(expected))
  })

  test('what was written with a comma is said', () => {
    expect(readField(engagement, '0,6')).toEqual({
      ok: true,
      value: 0.6,
      repaired: { code: 'number_locale', message: 'LLM engagement "0,6" was read as 0.6.' },
    })
  })

  test("what could be thousands or decimals is nobody's guess, unless only one of them is in range", () => {
    const revenue = exampleField({ label: 'Revenue', type: 'number', min: 0 })
    expect(readField(revenue, '1,234')).toEqual(
      refused('value_not_a_number', 'Revenue must be a number; "1,234" could be 1.234 or 1234.'),
    )
    expect(readField(revenue, '1.234')).toStrictEqual(value(1.234))
    expect(readField(revenue, '1,234', { ...NO_RULES, decimal: ',' })).toStrictEqual(value(1.234))
    expect(readField(revenue, '1,234', { ...NO_RULES, decimal: '.' })).toStrictEqual(value(1234))
    expect(readField(revenue, '1.234', { ...NO_RULES, decimal: ',' })).toStrictEqual(value(1234))
    expect(readField({ ...revenue, max: 100 }, '1,234')).toMatchObject({
      ...value(1.234),
      repaired: { code: 'number_locale' },
    })
    expect(readField(quality, '1,200')).toEqual(
      refused('value_not_a_number', 'LLM quality must be a whole number; it is "1,200".'),
    )
  })

  test('on another scale the point moves without a rounding error', () => {
    const percent = { ...NO_RULES, scale: 'percent' as const }
    const fraction = { ...NO_RULES, scale: 'fraction' as const }
    expect(readField(engagement, '7', percent)).toStrictEqual(value(0.07))
    expect(readField(engagement, '33,3', { ...percent, decimal: ',' })).toStrictEqual(value(0.333))
    expect(readField(quality, '0.57', fraction)).toStrictEqual(value(57))
    expect(readField(quality, '75%', fraction)).toStrictEqual(value(75))
  })

  test('a year that a spreadsheet turned into a date is turned back, and said', () => {
    const year = exampleField({ label: 'Founding year', type: 'integer', min: 1000, max: 2100 })
    for (const text of [
      '2012-05-01',
      '01/05/2012',
      '1.5.2012',
      '2012-05-01 00:00:00',
      'May-2012',
      '5/2012',
    ]) {
      expect(readField(year, text)).toMatchObject({
        ...value(2012),
        repaired: { code: 'value_date_mangled' },
      })
    }
    expect(readField(year, '1905-07-04')).toMatchObject(value(2012))
    expect(readField(year, '1905-01-01')).toMatchObject(value(1905))
    expect(readField(year, 'founded 2012')).toMatchObject({ ok: false, code: 'value_not_a_number' })
    expect(readField(year, 'May-12')).toMatchObject({ ok: false, code: 'value_not_a_number' })
    expect(readField(quality, '2012-05-01')).toMatchObject({ ok: false, code: 'value_not_a_number' })
  })

  test('a founding year to come cannot be right', () => {
    const year = exampleField({ label: 'Founding year', type: 'integer', min: 1000, max: 2100 })
    const rules = { ...NO_RULES, thisYear: 2026 }
    expect(readField(year, '2026', rules)).toStrictEqual(value(2026))
    expect(readField(year, '2027', rules)).toEqual(
      refused('year_suspect', 'Founding year must be a year that has been; it is 2027.'),
    )
    expect(readField(year, '2027')).toStrictEqual(value(2027))
  })

  test('every number in range survives being written and read', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (number) => {
        expect(readField(engagement, String(number))).toEqual(value(number === 0 ? 0 : number))
      }),
    )
  })
})

describe('closed categories', () => {
  test('as written, in another case, by label', () => {
    expect(readField(size, '11-50')).toStrictEqual(value('11-50'))
    expect(readField(size, '2 TO 10 employees')).toStrictEqual(value('2-10'))
    const type = exampleField({ type: 'category', options: [{ value: 'Privately Held' }] })
    expect(readField(type, 'privately held')).toStrictEqual(value('Privately Held'))
    expect(readField(type, 'PRIVATELY_HELD')).toStrictEqual(value('Privately Held'))
    expect(readField(size, '210')).toMatchObject(value('201+'))
  })

  test('an alias is read, and said', () => {
    expect(readField(size, '1-10')).toEqual({
      ok: true,
      value: '2-10',
      repaired: { code: 'value_repaired', message: 'Company size "1-10" was read as 2-10.' },
    })
    expect(readField(size, 'nov-50')).toMatchObject({
      value: '11-50',
      repaired: { code: 'value_date_mangled', message: expect.stringContaining('nov-50') },
    })
  })

  test('a plain number goes into its range, and that is said', () => {
    expect(readField(size, '26')).toEqual({
      ok: true,
      value: '11-50',
      repaired: { code: 'value_repaired', message: 'Company size "26" was read as 11-50.' },
    })
    expect(readField(size, '1')).toMatchObject({ value: '2-10' })
    expect(readField(size, '200')).toMatchObject({ value: '51-200' })
    expect(readField(size, '1000000')).toMatchObject({ value: '201+' })
    expect(readField(size, '0')).toMatchObject({ ok: false })
    expect(checkField(size, 26)).toMatchObject({ value: '11-50' })
  })

  test.each([
    ['11 – 50', '11-50'],
    ['51 to 200 employees', '51-200'],
    ['201 +', '201+'],
  ])('%j is %s written otherwise, which needs no word', (text, expected) => {
    expect(readField(size, text)).toStrictEqual(value(expected))
  })

  test.each([
    ['Nov 50', '11-50'],
    ['nov.-50', '11-50'],
    ['01/11/1950', '11-50'],
    ['1950-11-01', '11-50'],
    ['11/1950', '11-50'],
    ['2-Oct', '2-10'],
    ['10-févr.', '2-10'],
    ['10. Feb', '2-10'],
    ['2026-10-02', '2-10'],
    ['02/10/2026', '2-10'],
    ['10-Jan', '2-10'],
    ['01-Oct', '2-10'],
    ['Jan 10', '2-10'],
  ])('%j was a size before a spreadsheet made a date of it: %s', (text, expected) => {
    expect(readField(size, text)).toMatchObject({
      ...value(expected),
      repaired: { code: 'value_date_mangled' },
    })
  })

  test('a date that was no size is said to be one', () => {
    expect(readField(size, '12-Mar')).toMatchObject({ ok: false, code: 'value_date_mangled' })
    expect(readField(size, '2012-05-01')).toMatchObject({ ok: false, code: 'value_date_mangled' })
  })

  test.each([
    ['1 200', '201+'],
    ['1.200', '201+'],
    ["1'200", '201+'],
    ['1,200 employees', '201+'],
    ['1\u202f200', '201+'],
    ['26 people', '11-50'],
  ])('%j employees are %s', (text, expected) => {
    expect(readField(size, text)).toMatchObject({ ...value(expected), repaired: { code: 'value_repaired' } })
  })

  test('anything else is refused with the list', () => {
    expect(readField(size, 'big')).toEqual(
      refused('value_not_allowed', 'Company size must be one of 2-10, 11-50, 51-200, 201+; it is "big".'),
    )
    expect(readField(size, '__proto__')).toMatchObject({ ok: false })
  })

  test('words for nothing are nothing, unless they are an option', () => {
    expect(readField(size, 'N/A')).toStrictEqual(value(null))
    const stage = exampleField({ type: 'category', options: [{ value: 'None' }, { value: 'Some' }] })
    expect(readField(stage, 'none')).toStrictEqual(value('None'))
  })
})

describe('open categories and texts', () => {
  test('as they are, without white space around them', () => {
    expect(readField(industry, ' Law Practice ')).toStrictEqual(value('Law Practice'))
    expect(readField(industry, 'none')).toStrictEqual(value('none'))
    expect(readField(industry, 'N/A')).toStrictEqual(value(null))
    expect(readField(exampleField({}), 'N/A')).toStrictEqual(value('N/A'))
    expect(readField(summary, '\n\t ')).toStrictEqual(value(null))
  })

  test('length counts characters as people do', () => {
    expect(readField(summary, '🥊🥊🥊🥊🥊')).toMatchObject({ ok: true })
    expect(readField(summary, 'sixsix')).toEqual(
      refused('text_too_long', 'Summary can have at most 5 characters; it has 6.'),
    )
    expect(readField({ ...summary, maxLength: 1000 }, 'x'.repeat(1234))).toMatchObject({
      message: 'Summary can have at most 1,000 characters; it has 1,234.',
    })
  })
})

describe('dates', () => {
  test('the day as written, with or without a time', () => {
    expect(readField(metOn, '2026-11-21')).toStrictEqual(value(20_778))
    expect(readField(metOn, '2026-11-21T23:30:00+02:00')).toStrictEqual(value(20_778))
    expect(readField({ ...metOn, min: -1_000_000 }, '0099-12-31')).toStrictEqual(value(-683_004))
  })

  test.each([
    '21.11.2026',
    '21/11/2026',
    '11/21/2026',
    '21 Nov 2026',
    'November 21, 2026',
    '21-nov-26',
    '21. November 2026',
    '2026/11/21',
    '11/21/2026, 3:30 PM',
  ])('%j needs no column to be understood', (text) => {
    expect(readField(metOn, text)).toStrictEqual(value(20_778))
  })

  test('day or month first is for the column to say', () => {
    const may3 = 20_576
    expect(readField(metOn, '03/05/2026', { ...NO_RULES, dates: 'dmy' })).toStrictEqual(value(may3))
    expect(readField(metOn, '05/03/2026', { ...NO_RULES, dates: 'mdy' })).toStrictEqual(value(may3))
    expect(readField(metOn, '26/05/03', { ...NO_RULES, dates: 'ymd' })).toStrictEqual(value(may3))
    expect(readField(metOn, '03/05/2026')).toEqual(
      refused('value_not_a_date', 'Met on must be a date; "03/05/2026" could be 2026-05-03 or 2026-03-05.'),
    )
    expect(readField(metOn, '11/21/2026', { ...NO_RULES, dates: 'dmy' })).toEqual({
      ok: true,
      value: 20_778,
      repaired: { code: 'value_repaired', message: 'Met on "11/21/2026" was read as 2026-11-21.' },
    })
  })

  test.each([
    '31.02.2026',
    '2026-02-30',
    '2026-13-01',
    'yesterday',
    '20778',
    '13/13/2026',
    'Nov 2026',
    '1/2/345',
  ])('%j is not a date', (text) => {
    expect(readField(metOn, text)).toMatchObject({ ok: false, code: 'value_not_a_date' })
  })

  test('a range of days is shown as dates', () => {
    expect(readField(metOn, '1969-12-31')).toEqual(
      refused('value_out_of_range', 'Met on must be at least 1970-01-01; it is 1969-12-31.'),
    )
  })
})

describe('values given as JSON', () => {
  const anyField = fc.constantFrom(quality, engagement, size, industry, summary, metOn)

  test('null and absent are missing, texts are read', () => {
    expect(checkField(quality, null)).toStrictEqual(value(null))
    expect(checkField(quality, undefined)).toStrictEqual(value(null))
    expect(checkField(quality, '70')).toStrictEqual(value(70))
    expect(checkField(metOn, 20_778)).toStrictEqual(value(20_778))
    expect(checkField(industry, 42)).toStrictEqual(value('42'))
  })

  test.each([true, {}, [1], Number.NaN, Number.POSITIVE_INFINITY])('%j is refused', (given) => {
    expect(checkField(quality, given)).toMatchObject({ ok: false, code: 'value_not_a_number' })
    expect(checkField(summary, given)).toMatchObject({ ok: false, code: 'value_not_allowed' })
  })

  test('a long text is cut where it is shown', () => {
    const reading = readField(quality, 'x'.repeat(5000))
    expect(reading).toMatchObject({
      message: `LLM quality must be a whole number; it is "${'x'.repeat(60)}…".`,
    })
  })

  test('under whatever rules, a reading is a value of the field or a sentence', () => {
    const rules = fc.record<ReadingRules>({
      decimal: fc.constantFrom('.', ',', null),
      dates: fc.constantFrom('dmy', 'mdy', 'ymd', null),
      scale: fc.constantFrom('plain', 'percent', 'fraction'),
      thisYear: fc.constantFrom(2026, null),
    })
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.stringMatching(/^[0-9.,' %eE+/:-]{0,20}$/),
      fc.stringMatching(/^\d{1,4}[-/. ](Nov|Oct|May|févr|\d{1,2})[-/. ]?\d{0,4}$/),
    )
    fc.assert(
      fc.property(anyField, rules, text, (field, given, written) => {
        const reading = readField(field, written, given)
        if (!reading.ok) expect(reading.message).toMatch(/\.$/)
        else expect(checkField(field, reading.value)).toEqual({ ok: true, value: reading.value })
      }),
      { numRuns: 2000 },
    )
  })

  test('whatever is read in can be read again', () => {
    fc.assert(
      fc.property(
        anyField,
        fc.oneof(fc.string(), fc.double(), fc.constantFrom('1-10', '26', '2026-11-21', '7')),
        (field, given) => {
          const reading = checkField(field, given)
          if (reading.ok) expect(checkField(field, reading.value)).toEqual({ ok: true, value: reading.value })
          else expect(reading.message).toMatch(new RegExp(`^${field.label} (must|can) .+\\.$`, 's'))
        },
      ),
    )
  })
})
