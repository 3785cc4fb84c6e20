import { describe, expect, it } from 'vitest'
import { countWords, unsearchedWords } from './count-words.ts'

describe('how many leads the list holds', () => {
  it.each([
    [{ total: 1, totalIsEstimate: false, all: null }, '1 lead'],
    [{ total: 1, totalIsEstimate: false, all: 385 }, '1 of 385 leads'],
    [{ total: 1, totalIsEstimate: false, all: 1 }, '1 of 1 lead'],
    [{ total: 434_112, totalIsEstimate: true, all: 1_000_000 }, 'About 430,000 of 1,000,000 leads'],
  ])('%o: %s', (counted, words) => {
    expect(countWords(counted, 'en')).toBe(words)
  })
})

it('says how many a search may have missed', () => {
  expect(unsearchedWords(1200, 'en')).toBe('1,200 new ones are not searched yet')
  expect(unsearchedWords(1, 'en')).toBe('1 new one is not searched yet')
})
