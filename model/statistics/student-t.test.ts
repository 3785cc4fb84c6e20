import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { z } from 'zod'
import file from './golden/drift/t_test.json' with { type: 'json' }
import { goldenNumber } from './golden/read-golden.ts'
import { readPairResults } from './golden/read-pair-results.ts'
import { relativeError } from './golden/relative-error.ts'
import { studentT } from './student-t.ts'

const results = readPairResults(
  file,
  z.union([
    z.object({ error: z.literal('empty') }),
    z.object({
      t: goldenNumber,
      df: z.number(),
      p: goldenNumber,
      drift: z.boolean(),
      t_pooled: z.number().optional(),
      p_pooled: z.number().optional(),
      degenerate: z.boolean().optional(),
    }),
  ]),
)

describe('studentT', () => {
  it.each(results)('equals SciPy: $id, $family', ({ reference, current, expected }) => {
    const asSciPy = studentT(reference, current, 'undefined')
    if ('error' in expected) {
      expect(asSciPy.p).toBeNaN()
      return
    }
    expect(asSciPy.df).toBe(expected.df)
    expect(relativeError(asSciPy.p, expected.p)).toBeLessThan(1e-9)
    expect(asSciPy.p < 0.05).toBe(expected.drift)
    // Of two constants SciPy's t is rounding noise.
    if (expected.degenerate === true) return
    expect(relativeError(asSciPy.t, expected.t)).toBeLessThan(1e-9)
    const pooled = studentT(reference, current, 'pooled')
    expect(relativeError(pooled.t, expected.t_pooled ?? expected.t)).toBeLessThan(1e-9)
    expect(relativeError(pooled.p, expected.p_pooled ?? expected.p)).toBeLessThan(1e-9)
  })

  test('it is the difference of the means over its standard error', () => {
    const sample = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 2, maxLength: 15 })
    fc.assert(
      fc.property(sample, sample, (x, y) => {
        fc.pre(new Set(x).size > 1 || new Set(y).size > 1)
        const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length
        const squares = (values: number[]) =>
          values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0)
        const variance = (squares(x) + squares(y)) / (x.length + y.length - 2)
        const standardError = Math.sqrt(variance / x.length + variance / y.length)
        const { t } = studentT(Float64Array.from(x), Float64Array.from(y), 'pooled')
        expect(t).toBeCloseTo((mean(x) - mean(y)) / standardError, 9)
      }),
    )
  })

  test('two constants: infinitely far apart or nothing to say; NaN stays NaN', () => {
    const constant = (value: number) => new Float64Array(3).fill(value)
    expect(studentT(constant(0.1), constant(0.3), 'pooled')).toEqual({
      t: Number.NEGATIVE_INFINITY,
      df: 4,
      p: 0,
    })
    expect(studentT(constant(0.1), constant(0.1), 'pooled').p).toBeNaN()
    expect(studentT(constant(Number.NaN), Float64Array.of(1, 2), 'pooled').p).toBeNaN()
    expect(studentT(Float64Array.of(1), Float64Array.of(2), 'pooled').p).toBeNaN()
  })
})
