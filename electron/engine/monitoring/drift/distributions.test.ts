import fc from 'fast-check'
import { expect, test } from 'vitest'
import { categoryDistribution, numberDistribution } from './distributions.ts'
import { tellingCut } from './telling-cut.ts'

const numbers = fc
  .array(fc.oneof(fc.integer({ min: -50, max: 50 }), fc.float({ min: -1000, max: 1000, noNaN: true })), {
    minLength: 1,
    maxLength: 80,
  })
  .map((values) => Float64Array.from(values, (value) => value + 0).sort())
const none = { reference: 0, window: 0 }

test('bins ascend, hold every number once, and are laid out by the baseline alone', () => {
  fc.assert(
    fc.property(numbers, numbers, numbers, (reference, window, other) => {
      const spread = (of: Float64Array) => {
        const made = numberDistribution({ kind: 'number', name: 'n', reference, window: of, missing: none })
        if (made?.kind !== 'number') throw new Error('there are numbers on both sides')
        return made
      }
      const made = spread(window)
      for (const [i, edge] of made.edges.entries()) {
        if (i > 0) expect(edge).toBeGreaterThan(made.edges[i - 1] ?? 0)
      }
      expect(made.edges.length).toBeLessThanOrEqual(30)
      for (const shares of [made.baseline, made.window]) {
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
      }
      expect([made.baselineQuantiles[0], made.baselineQuantiles[100]]).toEqual([
        reference[0],
        reference.at(-1),
      ])
      expect(spread(other).edges.slice(1, -1)).toEqual(made.edges.slice(1, -1))
    }),
  )
})

test('years are counted in whole years, ratings in tenths', () => {
  const edges = (reference: Float64Array) => {
    const made = numberDistribution({
      kind: 'number',
      name: 'n',
      reference,
      window: reference,
      missing: none,
    })
    return made?.kind === 'number' ? made.edges.slice(0, 3) : []
  }
  expect(edges(Float64Array.from({ length: 200 }, (_, i) => 2000 + (i % 12)).sort())).toEqual([
    1999.5, 2000.5, 2001.5,
  ])
  expect(edges(Float64Array.from({ length: 201 }, (_, i) => i / 100))).toEqual([0, 0.1, 0.2])
})

test('only the most frequent levels are named, and the others are not lost', () => {
  const levels = Array.from({ length: 30 }, (_, i) => `level ${i}`)
  const made = categoryDistribution(
    {
      kind: 'category',
      name: 'c',
      levels,
      reference: Uint32Array.from(levels, (_, i) => (i === 29 ? 0 : 30 - i)),
      window: Uint32Array.from(levels, () => 1),
      missing: none,
    },
    (level) => level.toUpperCase(),
  )
  if (made?.kind !== 'category') throw new Error('there are levels on both sides')
  expect(made.levels).toHaveLength(12)
  expect(made.levels[0]).toMatchObject({ value: 'level 0', label: 'LEVEL 0', unseen: false })
  const sum = (side: 'baseline' | 'window') =>
    made.levels.reduce((total, level) => total + level[side], 0) + (made.other?.[side] ?? 0)
  expect([sum('baseline'), sum('window'), made.other?.levels]).toEqual([
    expect.closeTo(1, 9),
    expect.closeTo(1, 9),
    18,
  ])
})

test('a telling limit says how many are on its side, and more of the window than of the baseline', () => {
  fc.assert(
    fc.property(numbers, numbers, fc.boolean(), (baseline, window, whole) => {
      const cut = tellingCut(baseline, window, whole)
      if (!cut) return
      const limit = Math.fround(cut.limit)
      const share = (sample: Float64Array) =>
        sample.filter((value) => (cut.side === 'below' ? value < limit : value >= limit)).length /
        sample.length
      expect(cut.window).toBeCloseTo(share(window), 9)
      expect(cut.baseline).toBeCloseTo(share(baseline), 9)
      expect(cut.count).toBeCloseTo(share(window) * window.length, 9)
      expect(cut.window).toBeGreaterThan(cut.baseline)
      if (whole) expect(Number.isInteger(cut.limit)).toBe(true)
    }),
  )
})
