import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sortFloats } from './sort-floats.ts'

test('sorts as the built-in sort does', () => {
  const numbers = fc.oneof(fc.float({ noNaN: true }), fc.integer({ min: -3, max: 3 }))
  fc.assert(
    fc.property(fc.array(numbers, { maxLength: 200 }), (given) => {
      const values = Float32Array.from(given)
      expect([...sortFloats(values.slice())]).toEqual([...values.toSorted()])
    }),
  )
})

test('sorts a part of a larger array, and nothing else of it', () => {
  const all = Float32Array.of(9, 3, -1, 2, 0)
  expect([...sortFloats(all.subarray(1, 4))]).toEqual([-1, 2, 3])
  expect([...all]).toEqual([9, -1, 2, 3, 0])
})
