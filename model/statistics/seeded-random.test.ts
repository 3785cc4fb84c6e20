import { expect, test } from 'vitest'
import { seededRandom } from './seeded-random.ts'

const draws = (seed: number, stream?: number) => {
  const random = seededRandom(seed, stream)
  return Array.from({ length: 5 }, random)
}

/** The generator as published, in whole numbers without sign: four words of 32 bits, `rounds` of them thrown away. */
function sfc32(words: readonly bigint[], rounds: number, count: number): number[] {
  const word = (value: bigint) => BigInt.asUintN(32, value)
  let [a = 0n, b = 0n, c = 0n, counter = 0n] = words
  return Array.from({ length: rounds + count }, () => {
    const drawn = word(a + b + counter)
    counter = word(counter + 1n)
    a = b ^ (b >> 9n)
    b = word(c + (c << 3n))
    c = word(word((c << 21n) | (c >> 11n)) + drawn)
    return Number(drawn) / 2 ** 32
  }).slice(rounds)
}

// That the numbers are uniform is tested in model/pipeline/random.test.ts.
test('seededRandom: the same numbers for the same seed and stream, others for others', () => {
  expect(draws(7)).toEqual(draws(7))
  expect(draws(7)).not.toEqual(draws(8))
  expect(draws(7, 1)).not.toEqual(draws(7, 2))
})

test('seededRandom: sfc32 of seed, stream and the golden ratio, from the sixteenth number on', () => {
  const golden = 0x9e3779b9n
  expect(draws(7)).toEqual(sfc32([7n, 0n, golden, 1n], 15, 5))
  expect(draws(0xfedcba98, 3)).toEqual(sfc32([0xfedcba98n, 3n, golden, 1n], 15, 5))
})
