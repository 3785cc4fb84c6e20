import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KeySet } from './key-set.ts'

const half = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: -(2 ** 31), max: 2 ** 32 - 1 }))
const steps = fc.array(fc.tuple(half, half, fc.integer({ min: 1, max: 2 ** 32 - 1 })), { maxLength: 3000 })

describe('a set of keys', () => {
  it('finds what a map finds, while it grows', () => {
    fc.assert(
      fc.property(steps, (puts) => {
        const set = new KeySet(0, 2 ** 20)
        const map = new Map<string, number>()
        for (const [low, high, value] of puts) {
          const key = `${low >>> 0} ${high >>> 0}`
          expect(set.find(low, high)).toBe(map.get(key) ?? 0)
          expect(set.put(low, high, value)).toBe(true)
          map.set(key, value)
        }
        expect(set.count).toBe(map.size)
        for (const [low, high] of puts) {
          expect(set.find(low, high)).toBe(map.get(`${low >>> 0} ${high >>> 0}`))
        }
      }),
      { numRuns: 50 },
    )
  })

  it('holds no more keys than its bound allows, keeps those it has, and still changes their values', () => {
    const set = new KeySet(1e9, 1024)
    const kept = Array.from({ length: 2000 }, (_, key) => set.put(key * 7919, key, key + 1))
    expect(kept.lastIndexOf(true)).toBe(767)
    expect(kept.indexOf(false)).toBe(768)
    expect(set.find(0, 0)).toBe(1)
    expect(set.find(1999 * 7919, 1999)).toBe(0)
    expect(set.put(0, 0, 5)).toBe(true)
    expect(set.find(0, 0)).toBe(5)
  })

  it('holds nothing once it is cleared, and can be filled again', () => {
    const set = new KeySet(10_000, 2 ** 20)
    for (let key = 1; key <= 10_000; key++) set.put(key, key, key)
    set.clear()
    expect(set.count).toBe(0)
    expect(set.find(5, 5)).toBe(0)
    for (let key = 1; key <= 10_000; key++) expect(set.put(key, key, key + 1)).toBe(true)
    expect(set.find(5, 5)).toBe(6)
  })
})
