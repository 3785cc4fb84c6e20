import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createRandom } from '../pipeline/random.ts'
import { sampleAscending } from './sample-ascending.ts'

it('draws the share asked for, ascending and without repeats', () => {
  const share = fc.double({ min: 0.001, max: 1, noNaN: true })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), share, fc.integer(), (population, part, seed) => {
      const sample = sampleAscending(population, part, createRandom(seed).next)
      expect(sample.length).toBe(Math.max(1, Math.floor(population * part)))
      sample.forEach((drawn, i) => {
        if (i > 0) expect(drawn).toBeGreaterThan(sample[i - 1] ?? -1)
        expect(drawn).toBeLessThan(population)
      })
    }),
  )
})

it('draws each number as often as any other', () => {
  const { next } = createRandom(3)
  const drawn = new Float64Array(20)
  for (let round = 0; round < 20_000; round += 1) {
    for (const i of sampleAscending(20, 0.3, next)) drawn[i] = (drawn[i] ?? 0) + 1
  }
  // Expected 6,000 each, with a standard deviation of 65.
  drawn.forEach((count) => {
    expect(Math.abs(count - 6000)).toBeLessThan(300)
  })
})

it('draws nothing when all are wanted', () => {
  const never = () => {
    throw new Error('not to be asked')
  }
  expect([...sampleAscending(3, 1, never)]).toEqual([0, 1, 2])
})
