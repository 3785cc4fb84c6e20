import { expect, test } from 'vitest'
import { seedOfSamples } from './seed-of-samples.ts'

/** MurmurHash3 of 32-bit words as published, in whole numbers without sign; without the length at its end. */
function murmurHash3(words: readonly number[]): number {
  const word = (value: bigint) => BigInt.asUintN(32, value)
  const rotated = (value: bigint, bits: bigint) => word((value << bits) | (value >> (32n - bits)))
  let hash = 0n
  for (const each of words) {
    hash ^= word(rotated(word(BigInt(each) * 0xcc9e2d51n), 15n) * 0x1b873593n)
    hash = word(rotated(hash, 13n) * 5n + 0xe6546b64n)
  }
  hash = word((hash ^ (hash >> 16n)) * 0x85ebca6bn)
  hash = word((hash ^ (hash >> 13n)) * 0xc2b2ae35n)
  return Number(hash ^ (hash >> 16n))
}

test('the seed is the hash of each array’s length and words', () => {
  expect(seedOfSamples(Uint32Array.of(7, 0xffff_ffff))).toBe(murmurHash3([2, 7, 0xffff_ffff]))
  expect(seedOfSamples(Uint32Array.of(1), Uint32Array.of(2, 3))).toBe(murmurHash3([1, 1, 2, 2, 3]))
  // 1.5 is 0x3ff80000 00000000, its lower half first.
  expect(seedOfSamples(Float64Array.of(1.5))).toBe(murmurHash3([1, 0, 0x3ff8_0000]))
})

test('what belongs to which array counts', () => {
  expect(seedOfSamples(Uint32Array.of(1, 2))).not.toBe(seedOfSamples(Uint32Array.of(1), Uint32Array.of(2)))
  expect(seedOfSamples(Float64Array.of(1, 2).subarray(1))).toBe(seedOfSamples(Float64Array.of(2)))
})
