import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { count, levels, share } from './golden/rows-of-levels.ts'
import { jensenShannon } from './jensen-shannon.ts'

/** Rows of two samples as level numbers, neither empty. */
const anySamples = fc.tuple(
  fc.array(fc.nat(5), { minLength: 1, maxLength: 30 }),
  fc.array(fc.nat(5), { minLength: 1, maxLength: 30 }),
)

// The golden numbers are compared in count-distances.golden.test.ts.
describe('jensenShannon', () => {
  test('squared, is the entropy of the mixture less the mean entropy', () => {
    const entropy = (shares: readonly number[]) =>
      -shares.reduce((sum, p) => sum + (p > 0 ? p * Math.log(p) : 0), 0)
    fc.assert(
      fc.property(anySamples, ([reference, current]) => {
        const p = levels.map((level) => share(reference, level))
        const q = levels.map((level) => share(current, level))
        const mixture = p.map((value, level) => (value + (q[level] ?? 0)) / 2)
        const expected = entropy(mixture) - (entropy(p) + entropy(q)) / 2
        expect(jensenShannon(count(reference), count(current)) ** 2).toBeCloseTo(expected, 12)
        expect(jensenShannon(count(current), count(reference)) ** 2).toBeCloseTo(expected, 12)
      }),
    )
  })

  test('is sqrt(ln 2) where nothing is common, and NaN for an empty sample', () => {
    expect(jensenShannon(Uint32Array.of(3, 0), Uint32Array.of(0, 7))).toBeCloseTo(0.832554611, 9)
    expect(jensenShannon(Uint32Array.of(3, 0), Uint32Array.of(0, 0))).toBeNaN()
    expect(jensenShannon(new Uint32Array(), new Uint32Array())).toBeNaN()
  })
})
