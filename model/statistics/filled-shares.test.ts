import { expect, test } from 'vitest'
import { filledShares } from './filled-shares.ts'

test('filledShares: an empty share becomes 0.0001', () => {
  expect([...filledShares(Uint32Array.of(1, 0, 3))]).toEqual([0.25, 0.0001, 0.75])
})

test('filledShares: or a millionth of the smallest, when that is at most 0.0001 itself', () => {
  expect(filledShares(Uint32Array.of(1, 0, 9_999))[1]).toBeCloseTo(1e-10, 15)
  expect(filledShares(Uint32Array.of(1, 0, 9_949))[1]).toBe(0.0001)
})
