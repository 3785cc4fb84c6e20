import { expect, test } from 'vitest'
import { seededRandom } from './seeded-random.ts'

const draws = (seed: number, stream?: number) => {
  const random = seededRandom(seed, stream)
  return Array.from({ length: 5 }, random)
}

// That the numbers are uniform is tested in model/pipeline/random.test.ts.
test('seededRandom: the same numbers for the same seed and stream, others for others', () => {
  expect(draws(7)).toEqual(draws(7))
  expect(draws(7)).not.toEqual(draws(8))
  expect(draws(7, 1)).not.toEqual(draws(7, 2))
})
