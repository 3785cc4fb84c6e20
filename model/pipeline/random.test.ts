import { describe, expect, test } from 'vitest'
import { createRandom } from './random.ts'

const draws = (count: number, draw: () => number) => Array.from({ length: count }, draw)

describe('createRandom', () => {
  test('the same seed gives the same numbers, another seed or stream others', () => {
    const first = (seed: number, stream?: number) => draws(5, createRandom(seed, stream).next)
    expect(first(7)).toEqual(first(7))
    expect(first(7)).not.toEqual(first(8))
    expect(first(7, 1)).not.toEqual(first(7, 2))
  })

  test('these numbers: a change here changes every file that ships', () => {
    expect(draws(3, createRandom(20261121).next)).toMatchInlineSnapshot(`
      [
        0.37758909701369703,
        0.7158708625938743,
        0.5382527578622103,
      ]
    `)
  })

  test('uniform over tenths', () => {
    const counts = new Array<number>(10).fill(0)
    const random = createRandom(1)
    for (let draw = 0; draw < 100_000; draw++) {
      const tenth = random.below(10)
      counts[tenth] = (counts[tenth] ?? 0) + 1
    }
    const chiSquare = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)
    // 99.9 % quantile of chi-square with 9 degrees of freedom.
    expect(chiSquare).toBeLessThan(27.88)
  })

  test('normal draws have mean 0 and variance 1', () => {
    const values = draws(50_000, createRandom(2).normal)
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
    expect(mean).toBeCloseTo(0, 1)
    expect(variance).toBeCloseTo(1, 1)
    expect(values.every(Number.isFinite)).toBe(true)
  })

  test('a fork does not depend on how much its parent has drawn', () => {
    const [fresh, used] = [createRandom(3), createRandom(3)]
    draws(100, used.next)
    expect(used.fork(1).next()).toBe(fresh.fork(1).next())
    expect(fresh.fork(1).next()).not.toBe(fresh.fork(2).next())
  })

  test('nothing can be picked from nothing', () => {
    expect(() => createRandom(1).pick([])).toThrow('nothing')
  })
})
