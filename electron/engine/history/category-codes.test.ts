import { expect, test } from 'vitest'
import {
  CategoryCodes,
  categoryRoom,
  MAX_CATEGORIES,
  MAX_CATEGORY_CHARACTERS,
  MISSING_CODE,
  OVERFLOW_CODE,
} from './category-codes.ts'

function collecting() {
  const added: [number, string][] = []
  return { added, codes: new CategoryCodes(categoryRoom(1), (code, value) => added.push([code, value])) }
}

test('the same category has the same code, a missing one its own', () => {
  const { added, codes } = collecting()
  expect(['a', 'b', 'a', null].map((value) => codes.codeOf(value))).toEqual([2, 3, 2, MISSING_CODE])
  expect(added).toEqual([
    [2, 'a'],
    [3, 'b'],
  ])
})

test('after the last category that fits every other is beyond, and known ones stay known', () => {
  const { added, codes } = collecting()
  for (let i = 0; i < MAX_CATEGORIES; i++) codes.codeOf(`${i}`)
  expect(codes.codeOf('one more')).toBe(OVERFLOW_CODE)
  expect(codes.codeOf('0')).toBe(2)
  expect(added).toHaveLength(MAX_CATEGORIES)
})

test('long texts fill it sooner, those taken over from before included', () => {
  const { codes } = collecting()
  codes.load(2, 'x'.repeat(MAX_CATEGORY_CHARACTERS - 3))
  expect(codes.codeOf('four')).toBe(OVERFLOW_CODE)
  expect(codes.codeOf('abc')).toBe(3)
  expect(codes.codeOf('d')).toBe(OVERFLOW_CODE)
})

test('many open categories share the room that eight may have', () => {
  const ample = { values: MAX_CATEGORIES, characters: MAX_CATEGORY_CHARACTERS }
  expect([categoryRoom(0), categoryRoom(8)]).toEqual([ample, ample])
  const many = categoryRoom(100)
  expect(many.values * 100).toBe(MAX_CATEGORIES * 8)
  expect(many.characters * 100).toBe(MAX_CATEGORY_CHARACTERS * 8)
  const codes = new CategoryCodes(many, () => {})
  const given = Array.from({ length: many.values + 1 }, (_, value) => codes.codeOf(`${value}`))
  expect(given.indexOf(OVERFLOW_CODE)).toBe(many.values)
})
