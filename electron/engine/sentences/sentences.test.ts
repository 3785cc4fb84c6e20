import { expect, test } from 'vitest'
import { counted } from './counted.ts'
import { inBytes } from './in-bytes.ts'
import { listed } from './listed.ts'
import { shortened } from './shortened.ts'

test('one thing, several, many', () => {
  expect([counted(0, 'lead'), counted(1, 'lead'), counted(2000, 'lead')]).toEqual([
    '0 leads',
    '1 lead',
    '2,000 leads',
  ])
  expect([counted(1, 'lead is', 'leads are'), counted(2, 'lead is', 'leads are')]).toEqual([
    '1 lead is',
    '2 leads are',
  ])
})

test('names are listed as they are said, and counted beyond the most', () => {
  const names = ['a', 'b', 'c', 'd']
  expect([0, 1, 2, 3, 4].map((count) => listed(names.slice(0, count), 3))).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
    'a, b, c and 1 more',
  ])
  expect(listed(names)).toBe('a, b, c and d')
})

test('a text is cut between characters', () => {
  expect([shortened('abc', 3), shortened('abcd', 3), shortened('🎈🎈', 1), shortened('🎈', 1)]).toEqual([
    'abc',
    'abc…',
    '🎈…',
    '🎈',
  ])
})

test.each([
  [0, '0 MB'],
  [1234, 'under 0.1 MB'],
  [60_000, '0.1 MB'],
  [1_260_000, '1.3 MB'],
  [12.4e6, '12 MB'],
  [330e6, '330 MB'],
  [1.25e9, '1.3 GB'],
  [75.8e9, '76 GB'],
])('%s bytes: %s', (bytes, words) => {
  expect(inBytes(bytes)).toBe(words)
})
