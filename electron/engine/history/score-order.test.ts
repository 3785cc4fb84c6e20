import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byAscendingScore } from './score-order.ts'

const score = fc.oneof(fc.constantFrom(0, 0.5, 1), fc.float({ min: 0, max: 1, noNaN: true })).map(Math.fround)

test('portions together are all positions by score, ties by position', () => {
  fc.assert(
    fc.property(fc.array(score, { maxLength: 300 }), (given) => {
      const scores = Float32Array.from(given)
      const ids = Float64Array.from(given, (_, index) => index + 1)
      const sorted = [...byAscendingScore({ ids, scores })].flatMap((portion) => [...portion])
      const expected = given
        .map((_, index) => index)
        .sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0) || a - b)
      expect(sorted).toEqual(expected)
    }),
  )
})

test('no portion is empty, wherever the highest score lies', () => {
  const portions = [...byAscendingScore({ ids: Float64Array.of(1, 2), scores: Float32Array.of(0.2, 0.1) })]
  expect(portions.map((portion) => [...portion])).toEqual([[1, 0]])
})

test('many come in several portions, none of them huge', () => {
  const scores = Float32Array.from({ length: 100_000 }, (_, i) => ((i * 7919) % 100_000) / 100_000)
  const portions = [...byAscendingScore({ ids: new Float64Array(100_000), scores })]
  expect(portions.length).toBeGreaterThan(15)
  expect(Math.max(...portions.map(({ length }) => length))).toBeLessThan(6000)
  expect(Math.min(...portions.map(({ length }) => length))).toBeGreaterThan(0)
})
