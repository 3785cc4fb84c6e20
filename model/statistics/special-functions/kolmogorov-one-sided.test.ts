import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { relativeError } from '../golden/relative-error.ts'
import { kolmogorovOneSided } from './kolmogorov-one-sided.ts'

describe('kolmogorovOneSided', () => {
  test.each([
    [10, 0.25, 0.24491372483398438],
    [150, 0.6, 1.814910309208112e-52],
    [3000, 0.05, 2.937342170727202e-7],
    [3000, 0.3, 3.013968380575189e-240],
    [20_000, 0.02, 1.109063503502488e-7],
    [20_000, 0.1, 7.361910020827615e-175],
  ])('equals 40-digit arithmetic (mpmath 1.3): n %d at %d', (n, d, expected) => {
    expect(relativeError(kolmogorovOneSided(n, d), expected)).toBeLessThan(1e-12)
  })

  test('few values: the sum of the paper, term by term', () => {
    const n = fc.integer({ min: 1, max: 40 })
    fc.assert(
      fc.property(n, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (n, d) => {
        let [sum, choose] = [0, 1]
        for (let j = 0; j <= Math.floor(n * (1 - d)); j++) {
          sum += choose * (d + j / n) ** (j - 1) * Math.max(0, 1 - d - j / n) ** (n - j)
          choose = (choose * (n - j)) / (j + 1)
        }
        expect(relativeError(kolmogorovOneSided(n, d), d * sum)).toBeLessThan(1e-9)
      }),
    )
  })
})
