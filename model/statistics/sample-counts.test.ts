import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sampleCounts } from './sample-counts.ts'
import { seededRandom } from './seeded-random.ts'
import { totalCount } from './total-count.ts'

test('sampleCounts: as many rows as asked for, none that is not there', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { maxLength: 12 }), fc.nat(40), fc.integer(), (counts, rows, seed) => {
      const sample = sampleCounts(Uint32Array.from(counts), rows, seededRandom(seed))
      const all = counts.reduce((sum, count) => sum + count, 0)
      expect(totalCount(sample)).toBe(Math.min(rows, all))
      for (const [level, count] of counts.entries()) expect(sample[level]).toBeLessThanOrEqual(count)
    }),
  )
})

test('sampleCounts: every row is as likely', () => {
  const random = seededRandom(8)
  const drawn = new Float64Array(3)
  for (let repeat = 0; repeat < 6_000; repeat++)
    for (const [level, count] of sampleCounts(Uint32Array.of(2, 1, 5), 4, random).entries())
      drawn[level] = (drawn[level] ?? 0) + count / 6_000
  // Four of eight rows: half of each level. 0.03 is more than four standard errors.
  for (const [level, expected] of [1, 0.5, 2.5].entries())
    expect(Math.abs((drawn[level] ?? 0) - expected)).toBeLessThan(0.05)
})
