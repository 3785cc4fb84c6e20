import { expect, test } from 'vitest'
import { chanceText, millisecondsText, shareText, statisticText } from './report-numbers.ts'

test.each([
  [0, '0%'],
  [0.0004, 'under 0.1%'],
  [0.034, '3.4%'],
  [0.34, '34%'],
  [0.956, '95.6%'],
  [0.9996, 'over 99.9%'],
  [1, '100%'],
])('a share of %d reads %s: never none or all when it is neither', (share, text) => {
  expect(shareText(share)).toBe(text)
})

test('statistics keep the digits that tell', () => {
  expect([0, 0.1234567, 1e-7, 123.4].map(statisticText)).toEqual(['0', '0.123', '1e-7', '123'])
  expect([0.0004, 0.034, 0.34].map(chanceText)).toEqual(['under 0.1%', '3.4%', '34%'])
})

test('times keep the digits that tell', () => {
  expect([0.104, 12.34, 345.6].map(millisecondsText)).toEqual(['0.10 ms', '12.3 ms', '346 ms'])
})
