import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sortByDigits, sortFloats } from './sort-floats.ts'

test('sorts as the built-in sort does', () => {
  const numbers = fc.oneof(fc.float({ noNaN: true }), fc.integer({ min: -3, max: 3 }))
  fc.assert(
    fc.property(fc.array(numbers, { maxLength: 200 }), (given) => {
      const values = Float32Array.from(given)
      expect([...sortByDigits(values.slice())]).toEqual([...values.toSorted()])
    }),
  )
})

test('many and few numbers are sorted alike', () => {
  for (const count of [0, 1, 2047, 2048, 5000]) {
    const values = Float32Array.from({ length: count }, (_, i) => ((i * 7919) % 5003) - 2500.5)
    expect(sortFloats(values.slice())).toEqual(values.toSorted())
  }
})

test('sorts a part of a larger array, and nothing else of it', () => {
  const all = Float32Array.of(9, 3, -1, 2, 0)
  expect([...sortByDigits(all.subarray(1, 4))]).toEqual([-1, 2, 3])
  expect([...all]).toEqual([9, -1, 2, 3, 0])
})
