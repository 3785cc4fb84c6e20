import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kullbackLeibler } from './kullback-leibler.ts'

// The golden numbers are compared in count-distances.golden.test.ts.
describe('kullbackLeibler', () => {
  test('where no level is empty: cross entropy less entropy', () => {
    const anyCounts = fc.array(fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 })), {
      minLength: 1,
      maxLength: 8,
    })
    fc.assert(
      fc.property(anyCounts, (pairs) => {
        const [n, m] = [pairs.reduce((sum, [a]) => sum + a, 0), pairs.reduce((sum, [, b]) => sum + b, 0)]
        const cross = -pairs.reduce((sum, [a, b]) => sum + (a / n) * Math.log(b / m), 0)
        const entropy = -pairs.reduce((sum, [a]) => sum + (a / n) * Math.log(a / n), 0)
        const [reference, current] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)]
        const actual = kullbackLeibler(Uint32Array.from(reference), Uint32Array.from(current))
        expect(actual).toBeCloseTo(cross - entropy, 11)
        expect(actual).toBeGreaterThanOrEqual(-1e-15)
      }),
    )
  })

  test('has a direction, and an empty level is filled', () => {
    const [even, single] = [Uint32Array.of(50, 50), Uint32Array.of(100, 0)]
    expect(kullbackLeibler(even, single)).toBeCloseTo(0.5 * Math.log(0.5) + 0.5 * Math.log(0.5 / 0.0001), 3)
    expect(kullbackLeibler(single, even)).toBeCloseTo(Math.log(2), 2)
  })

  test('an empty sample gives NaN', () => {
    expect(kullbackLeibler(Uint32Array.of(1, 2), Uint32Array.of(0, 0))).toBeNaN()
    expect(kullbackLeibler(new Uint32Array(), new Uint32Array())).toBeNaN()
  })
})
