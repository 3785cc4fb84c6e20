import { describe, expect, test } from 'vitest'
import { percent, table } from './output.ts'

describe('percent', () => {
  test.each([
    [0.7312, '73.1%'],
    [0.6996, '69.9%'],
    [0.57, '57.0%'],
    [0.29, '29.0%'],
    [1, '100.0%'],
    [null, '-'],
  ])('%s is %s', (share, text) => expect(percent(share)).toBe(text))
})

test('a table has aligned columns and no trailing blanks', () => {
  expect(
    table([
      ['a', 'bbb', ''],
      ['aa', 'b', 'c'],
    ]),
  ).toEqual(['a   bbb', 'aa  b    c'])
})
