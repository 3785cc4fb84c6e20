import { beforeEach, expect, test } from 'vitest'
import { categoryRoom, MAX_CATEGORIES } from './category-codes.ts'
import { CodeTranslation, createDictionary } from './dictionary.ts'
import { newTrialHistory } from './fixtures/trial-history.ts'
import type { OpenHistory } from './open-history.ts'

let history: OpenHistory
beforeEach(async () => {
  const trial = await newTrialHistory()
  history = trial.history
  return trial.remove
})

test('a category keeps its code, also for the next run of the app', () => {
  const dictionary = createDictionary(history.writer.db, categoryRoom(1))
  expect(['Shoes', 'Hats', 'Shoes'].map((value) => dictionary.codeOf('industry', value))).toEqual([2, 3, 2])
  expect(dictionary.codeOf('location', 'Hats')).toBe(2)
  const later = createDictionary(history.writer.db, categoryRoom(1))
  expect(['Hats', 'Bags'].map((value) => later.codeOf('industry', value))).toEqual([3, 4])
})

test('codes of a transaction that was rolled back are given anew', () => {
  const { db } = history.writer
  const dictionary = createDictionary(db, categoryRoom(1))
  const failing = db.transaction(() => {
    dictionary.codeOf('industry', 'Shoes')
    throw new Error('disk full')
  })
  expect(failing).toThrow('disk full')
  dictionary.forget()
  expect(dictionary.codeOf('industry', 'Hats')).toBe(2)
  expect(db.prepare('SELECT code, value FROM dictionary').all()).toEqual([{ code: 2, value: 'Hats' }])
})

test('a field with too many categories shares one code for those beyond', () => {
  const { db } = history.writer
  const dictionary = createDictionary(db, categoryRoom(1))
  db.transaction(() => {
    for (let i = 0; i < MAX_CATEGORIES; i += 1) dictionary.codeOf('location', `Town ${i}`)
  })()
  expect(dictionary.codeOf('location', 'One more')).toBe(1)
  expect(dictionary.codeOf('location', 'Town 7')).toBe(9)
})

test("an import's codes become the history's; missing and beyond stay what they are", () => {
  const dictionary = createDictionary(history.writer.db, categoryRoom(1))
  dictionary.codeOf('industry', 'Hats')
  const translation = new CodeTranslation(['quality', 'industry'], dictionary)
  translation.learn([
    { field: 1, code: 2, value: 'Shoes' },
    { field: 1, code: 3, value: 'Hats' },
  ])
  expect(translation.translate(1, Uint32Array.of(0, 1, 2, 3, 2))).toEqual(Uint32Array.of(0, 1, 3, 2, 3))
  expect(() => translation.translate(1, Uint32Array.of(4))).toThrow('never named')
})
