import { describe, expect, test } from 'vitest'
import { createRandom } from '../random.ts'
import { fromQuantiles } from './quantile-draw.ts'
import { followingChoice, rareWeights, type Weighted, weightedChoice } from './weighted-choice.ts'

const COUNT = 40_000

function shares(draw: () => string): Record<string, number> {
  const found: Record<string, number> = {}
  for (let each = 0; each < COUNT; each++) {
    const item = draw()
    found[item] = (found[item] ?? 0) + 1 / COUNT
  }
  return found
}

describe('weightedChoice', () => {
  test('items come in proportion to their weights', () => {
    const random = createRandom(1)
    const choose = weightedChoice([
      ['a', 3],
      ['b', 1],
      ['never', 0],
    ])
    const { a = 0, b = 0, never = 0 } = shares(() => choose(random))
    expect(a).toBeCloseTo(0.75, 1)
    expect(b).toBeCloseTo(0.25, 1)
    expect(never).toBe(0)
  })
})

describe('followingChoice', () => {
  const target: Weighted<string> = [
    ['x', 0.5],
    ['y', 0.3],
    ['z', 0.2],
  ]
  const source: Weighted<string> = [
    ['a', 0.4],
    ['b', 0.6],
  ]
  const pointsTo = (item: string) => (item === 'a' ? 'x' : null)
  const follow = followingChoice(target, source, pointsTo, 0.5)
  const sourceChoice = weightedChoice(source)

  test('the shares in all stay as given', () => {
    const random = createRandom(2)
    const found = shares(() => follow(sourceChoice(random), random))
    for (const [item, share] of target) expect(found[item]).toBeCloseTo(share, 1)
  })

  test('it agrees with what the source points to more often than by chance', () => {
    const random = createRandom(3)
    const agreed = (item: string) => shares(() => follow(item, random)).x
    expect(agreed('a')).toBeGreaterThan(0.6)
    expect(agreed('b')).toBeLessThan(0.5)
  })
})

test('rare levels fall slowly and have their share together', () => {
  const weights = rareWeights(['a', 'b', 'c'], 0.3).map(([, weight]) => weight)
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(0.3, 12)
  expect(weights).toEqual([...weights].sort((a, b) => b - a))
})

test('a draw from quantiles goes through them, from the lowest to the highest', () => {
  const valueAt = fromQuantiles({ '0.5': 10, '0.25': 4 }, 0, 20)
  expect([0, 0.125, 0.25, 0.5, 0.75, 1].map(valueAt)).toEqual([0, 2, 4, 10, 15, 20])
})
