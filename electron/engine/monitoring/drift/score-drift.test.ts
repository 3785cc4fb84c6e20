import { expect, test } from 'vitest'
import { bundledModel } from '../../history/fixtures/trial-history.ts'
import { compareScores } from './score-drift.ts'

const { manifest } = bundledModel
const spread = (count: number, shift = 0) =>
  Float32Array.from({ length: count }, (_, i) => Math.min(1, ((i * 7919) % count) / count + shift))
const compare = (window: Float32Array, rule: 'size-aware' | 'evidently' = 'size-aware') =>
  compareScores({ baseline: spread(2000), window, observed: 0.4 }, manifest, rule, {
    baselineName: 'the model’s own leads',
  })

test('scores like the reference are no drift', () => {
  const { verdict, expected, bands, sentence } = compare(spread(500))
  expect(verdict).toBe('no_drift')
  expect(expected?.window).toBeCloseTo(0.5, 2)
  expect(bands.map(({ band, window }) => [band, Number(window.toFixed(2))])).toEqual([
    ['hot', 0.3],
    ['warm', 0.3],
    ['cold', 0.4],
  ])
  expect(sentence).toBe(
    'The average chance (replies within 30 days) is 50%; in the model’s own leads it is 50%, and it came true for 40% of them. Scores are spread much alike.',
  )
})

test('scores a fifth higher are drift', () => {
  const { verdict, statistic, distribution } = compare(spread(500, 0.2))
  expect(verdict).toBe('drift')
  expect(statistic?.value).toBeCloseTo(0.2, 2)
  expect(distribution?.kind === 'number' && distribution.edges.length).toBe(21)
})

test('of very many leads a small difference is certain and no drift, unless the rule does not look at its size', () => {
  const window = spread(100_000, 0.05)
  const bySize = compare(window)
  expect(bySize.statistic?.p).toBeLessThan(0.0001)
  expect(bySize).toMatchObject({ verdict: 'no_drift', statistic: { judgedBy: 'value', threshold: 0.1 } })
  expect(compare(window, 'evidently')).toMatchObject({ verdict: 'drift', statistic: { judgedBy: 'p' } })
})

test('of fewer than 20 leads nothing is said', () => {
  expect(compare(spread(19, 0.5)).verdict).toBe('not_judged')
})
