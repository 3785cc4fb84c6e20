import { describe, expect, test } from 'vitest'
import { exampleField } from '../../bundle/example-field.ts'
import { readField } from '../../bundle/read-field.ts'
import { companySizeOptions } from './company-size-options.ts'

const field = exampleField({ label: 'Company size', type: 'category', options: [...companySizeOptions] })
const read = (text: string) => {
  const reading = readField(field, text)
  return reading.ok ? reading.value : reading.code
}

test('smallest first, as people read them', () => {
  expect(companySizeOptions.map(({ value }) => value)).toEqual([
    '2-10',
    '11-50',
    '51-200',
    '201-500',
    '501-1000',
    '1001-5000',
    '5001-10000',
    '10001+',
  ])
  expect(companySizeOptions.at(-2)?.label).toBe('5,001 to 10,000 employees')
  expect(companySizeOptions.at(-1)?.label).toBe('More than 10,000 employees')
})

describe('spellings in files', () => {
  test.each([
    ['1-10', '2-10'],
    ['1', '2-10'],
    ['26', '11-50'],
    ['88', '51-200'],
    ['nov-50', '11-50'],
    ['Oct-2', '2-10'],
    ['2–10', '2-10'],
    ['11 - 50', '11-50'],
    ['51 to 200', '51-200'],
    ['201-500 employees', '201-500'],
    ['1,001-5,000', '1001-5000'],
    ['1 001-5 000', '1001-5000'],
    ['1\u202f001 à 5\u202f000', '1001-5000'],
    ['5,001-10,000', '5001-10000'],
    ['10,001+', '10001+'],
    ['10000+', '10001+'],
    ['250000', '10001+'],
  ])('%j is %s', (text, value) => {
    expect(read(text)).toBe(value)
  })

  test.each(['0', '-5', 'many', '11-500'])('%j is no size', (text) => {
    expect(read(text)).toBe('value_not_allowed')
  })
})
