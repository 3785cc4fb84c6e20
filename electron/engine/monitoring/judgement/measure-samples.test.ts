import { expect, test } from 'vitest'
import { categorySamples, numberSamples } from './field-samples.ts'
import { measureSamples } from './measure-samples.ts'

test('numbers are counted by distinct value, whatever their order', () => {
  const field = numberSamples('n', Float64Array.of(3, 1, 2, 1), Float64Array.of(2, 4, 2))
  const { values, reference, window, ...rest } = measureSamples(field)
  expect([...(values ?? [])]).toEqual([1, 2, 3, 4])
  expect([...reference]).toEqual([2, 1, 1, 0])
  expect([...window]).toEqual([0, 2, 0, 1])
  // No quantile of the window is the smaller one, so the distance is that of the means.
  expect(rest).toEqual({
    statistic: 'normed Wasserstein distance',
    distance: expect.closeTo((8 / 3 - 7 / 4) / Math.sqrt(11 / 16), 12),
    referenceRows: 4,
    windowRows: 3,
    referenceConstant: false,
  })
})

test('categories keep their levels, also those without a row', () => {
  const field = categorySamples('c', ['a', 'unused', 'b'], [0, 0], [2])
  expect(measureSamples(field)).toEqual({
    statistic: 'Jensen-Shannon distance',
    distance: expect.closeTo(Math.sqrt(Math.LN2), 12),
    values: null,
    reference: Uint32Array.of(2, 0, 0),
    window: Uint32Array.of(0, 0, 1),
    referenceRows: 2,
    windowRows: 1,
    referenceConstant: true,
  })
})
