import fc from 'fast-check'
import { expect, test } from 'vitest'
import { greatestCommonDivisor } from './greatest-common-divisor.ts'

test('it is the largest number that divides both', () => {
  const size = fc.integer({ min: 1, max: 200 })
  fc.assert(
    fc.property(size, size, (a, b) => {
      let largest = 1
      for (let d = 1; d <= Math.min(a, b); d++) if (a % d === 0 && b % d === 0) largest = d
      expect(greatestCommonDivisor(a, b)).toBe(largest)
    }),
  )
  expect(greatestCommonDivisor(7, 0)).toBe(7)
})
