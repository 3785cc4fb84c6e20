import { describe, expect, test } from 'vitest'
import { bandRanges, decideBand, decideLabel } from './decide-label.ts'

const model = {
  target: { name: 'engaged', sentence: 'replies', threshold: 0.5 },
  bands: { hot: 0.7, warm: 0.4 },
  confidence: { high: 0.8, medium: 0.6 },
}

test.each([
  [0.9, 'engaged', 'high', 'hot'],
  [0.8, 'engaged', 'high', 'hot'],
  [0.7, 'engaged', 'medium', 'hot'],
  [0.5, 'engaged', 'low', 'warm'],
  [0.4999, 'not engaged', 'low', 'warm'],
  [0.4, 'not engaged', 'low', 'warm'],
  [0.3999, 'not engaged', 'low', 'cold'],
  [0, 'not engaged', 'low', 'cold'],
])('a score of %d is %s, %s, %s', (score, label, confidence, band) => {
  expect(decideLabel(score, model)).toEqual({ score, label, confidence, band })
})

describe('the ranges of bands', () => {
  test('hold exactly the scores of those bands', () => {
    for (const bands of [
      [],
      ['hot'],
      ['warm'],
      ['cold'],
      ['hot', 'cold'],
      ['cold', 'warm'],
      ['hot', 'warm', 'cold'],
    ] as const) {
      const ranges = bandRanges(bands, model.bands)
      for (const score of [0, 0.1, 0.3999, 0.4, 0.69, 0.7, 1]) {
        const inRange = ranges.some(({ from, below }) => score >= from && score < below)
        expect(inRange).toBe(bands.some((band) => band === decideBand(score, model.bands)))
      }
    }
  })

  test('are joined where they meet, best first', () => {
    expect(bandRanges(['cold', 'hot'], model.bands)).toHaveLength(2)
    expect(bandRanges(['warm', 'hot'], model.bands)).toEqual([{ from: 0.4, below: Number.POSITIVE_INFINITY }])
    expect(bandRanges(['hot', 'warm', 'cold'], model.bands)).toHaveLength(1)
  })
})
