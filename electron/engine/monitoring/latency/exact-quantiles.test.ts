import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quantile } from '../../../../model/statistics/quantile.ts'
import { exactQuantiles } from './exact-quantiles.ts'

const SHARES = [0, 0.01, 0.5, 0.95, 0.99, 0.999, 1]

const slow = (values: Float32Array<ArrayBuffer>) => {
  const sorted = values.slice().sort()
  return SHARES.map((share) => quantile(sorted, share))
}

test('are those of the sorted values, bit for bit, whichever way they are found', () => {
  fc.assert(
    fc.property(
      fc.array(fc.float({ min: 0, noNaN: true }), { minLength: 1, maxLength: 50 }),
      fc.constantFrom(1, 20_000, 20_001),
      (some, copies) => {
        // Many values with ties, a few of them alone.
        const values = Float32Array.from({ length: copies + some.length }, (_, i) =>
          i < some.length ? (some[i] ?? 0) : (some[(i * 7) % some.length] ?? 0) / (1 + (i % 97)),
        )
        expect(exactQuantiles(values, SHARES)).toEqual(slow(values))
      },
    ),
    { numRuns: 60 },
  )
})

test('leave the values as they are', () => {
  const values = Float32Array.of(3, 1, 2)
  expect(exactQuantiles(values, [0.5])).toEqual([2])
  expect([...values]).toEqual([3, 1, 2])
})

test('of nothing are NaN; of one value it, 20,000 times or once', () => {
  expect(exactQuantiles(new Float32Array(0), [0.5])).toEqual([Number.NaN])
  expect(exactQuantiles(Float32Array.of(0.25), [0, 0.5, 1])).toEqual([0.25, 0.25, 0.25])
  expect(exactQuantiles(new Float32Array(20_000).fill(0.25), [0, 0.5, 1])).toEqual([0.25, 0.25, 0.25])
})
