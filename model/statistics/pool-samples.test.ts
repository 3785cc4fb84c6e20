import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { poolSamples } from './pool-samples.ts'

const sample = fc.array(
  fc.constantFrom(-2, -0, 0, 0.5, 1, 3, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NaN),
  { maxLength: 12 },
)

describe('poolSamples', () => {
  test('every distinct value once, with how many of each sample are at most that', () => {
    fc.assert(
      fc.property(sample, sample, (reference, current) => {
        const pool = poolSamples(Float64Array.from(reference).sort(), Float64Array.from(current).sort())
        const numbers = [...reference, ...current].filter((value) => !Number.isNaN(value)).map((v) => v + 0)
        const distinct = [...new Set(numbers)].sort((a, b) => a - b)
        const upTo = (values: number[]) => distinct.map((v) => values.filter((value) => value <= v).length)
        expect(Array.from(pool.values)).toEqual(distinct)
        expect(Array.from(pool.referenceUpTo)).toEqual(upTo(reference))
        expect(Array.from(pool.currentUpTo)).toEqual(upTo(current))
        expect(pool.referenceCount).toBe(reference.filter((value) => !Number.isNaN(value)).length)
        expect(pool.currentCount).toBe(current.filter((value) => !Number.isNaN(value)).length)
      }),
    )
  })
})
