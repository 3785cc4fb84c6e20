import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distinctValues } from './distinct-values.ts'

test('distinctValues: the set of both samples in order, inputs left alone', () => {
  const anySample = fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 20 })
  fc.assert(
    fc.property(anySample, anySample, (one, other) => {
      const first = Float64Array.from(one)
      const expected = [...new Set([...one, ...other])].sort((a, b) => a - b)
      expect([...distinctValues(first, Float64Array.from(other))]).toEqual(expected)
      expect([...first]).toEqual(one)
    }),
  )
})

test('distinctValues: -0 is 0', () => {
  expect([...distinctValues(Float64Array.of(-0, 0, -0))]).toEqual([0])
  expect([...distinctValues(Float64Array.of(-0))]).toEqual([0])
})
