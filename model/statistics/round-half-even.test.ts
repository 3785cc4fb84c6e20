import { expect, test } from 'vitest'
import { roundHalfEven } from './round-half-even.ts'

test('halves go to the even neighbour, all else to the nearest', () => {
  expect([-1.5, -0.5, 0.5, 1.5, 2.5, 3.5].map(roundHalfEven)).toEqual([-2, 0, 0, 2, 2, 4])
  expect([0.49, 0.51, 2, 7.4999].map(roundHalfEven)).toEqual([0, 1, 2, 7])
  expect(roundHalfEven(Number.NaN)).toBeNaN()
})
