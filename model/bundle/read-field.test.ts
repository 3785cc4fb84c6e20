import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exampleField } from './example-field.ts'
import { checkField, readField } from './read-field.ts'

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

  test.each(['abc', '75%', '0,6', '1 200', '#REF!', '0x1f', '1e', '.', 'Infinity', '12 points', '--', '१२'])(
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

  test('a comma between digits is not guessed at, but what to write is said', () => {
    expect(readField(engagement, '0,6')).toEqual(
      refused(
        'value_not_a_number',
        'LLM engagement must be a number; it is "0,6". Write decimals with a point.',
      ),
    )
    expect(readField(quality, '1,200')).toEqual(
      refused(
        'value_not_a_number',
        'LLM quality must be a whole number; it is "1,200". Write it without the comma.',
      ),
    )
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
  })

  test('an alias is read, and said', () => {
    expect(readField(size, '1-10')).toEqual({
      ok: true,
      value: '2-10',
      repaired: 'Company size "1-10" was read as 2-10.',
    })
    expect(readField(size, 'nov-50')).toMatchObject({
      value: '11-50',
      repaired: expect.stringContaining('nov-50'),
    })
  })

  test('a plain number goes into its range, and that is said', () => {
    expect(readField(size, '26')).toEqual({
      ok: true,
      value: '11-50',
      repaired: 'Company size "26" was read as 11-50.',
    })
    expect(readField(size, '1')).toMatchObject({ value: '2-10' })
    expect(readField(size, '200')).toMatchObject({ value: '51-200' })
    expect(readField(size, '1000000')).toMatchObject({ value: '201+' })
    expect(readField(size, '0')).toMatchObject({ ok: false })
    expect(checkField(size, 26)).toMatchObject({ value: '11-50' })
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

  test.each(['21.11.2026', '2026-02-30', '2026-13-01', 'yesterday', '20778'])('%j is not a date', (text) => {
    expect(readField(metOn, text)).toMatchObject({ ok: false, code: 'value_not_a_date' })
  })

  test('a range of days is shown as dates', () => {
    expect(readField(metOn, '1969-12-31')).toEqual(
      refused('value_out_of_range', 'Met on must be at least 1970-01-01; it is 1969-12-31.'),
    )
  })
})

describe('values given as JSON', () => {
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

  test('whatever is read in can be read again', () => {
    const anyField = fc.constantFrom(quality, engagement, size, industry, summary, metOn)
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
