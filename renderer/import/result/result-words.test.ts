import { describe, expect, it } from 'vitest'
import { inventedSummary } from '../fixtures/invented-file.ts'
import { resultExplanation, resultHeadline } from './result-words.ts'

describe('the sentence of an import', () => {
  it.each([
    [{ rows: 3, accepted: 3 }, '3 leads scored'],
    [{ rows: 3, accepted: 0, rejected: 3 }, 'No lead could be scored'],
    [{ rows: 3, accepted: 1, cancelled: true }, 'Stopped after 1 lead'],
    [{ rows: 3, accepted: 0, rejected: 3, cancelled: true }, 'Stopped before the first lead'],
  ])('%o', (given, headline) => {
    expect(resultHeadline(inventedSummary(given))).toBe(headline)
  })

  it('says what was left out, repaired and known already', () => {
    const given = { rows: 9, rejected: 2, repaired: 3, duplicates: { inFile: 1, inHistory: 1 } }
    expect(resultExplanation(inventedSummary(given))).toMatch(
      /^9 rows of leads\.csv in .*, 2 left out, 3 repaired, 2 duplicates\.$/,
    )
  })

  it('says what stays of one that was stopped', () => {
    const stopped = (accepted: number) => resultExplanation(inventedSummary({ cancelled: true, accepted }))
    expect(stopped(5)).toMatch(/What was scored before you stopped stays in your list\.$/)
    expect(stopped(0)).toMatch(/Nothing came into your list\.$/)
  })
})
