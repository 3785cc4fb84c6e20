import { describe, expect, it } from 'vitest'
import { inventedSummary } from '../fixtures/invented-file.ts'
import { resultExplanation, resultHeadline, undoneExplanation, undoneHeadline } from './result-words.ts'

describe('the sentence of an import', () => {
  it.each([
    [{ rows: 3, accepted: 3 }, '3 leads scored'],
    [{ rows: 3, accepted: 0, rejected: 3 }, 'No lead could be scored'],
    [{ rows: 3, accepted: 1, cancelled: true }, 'Stopped after 1 lead'],
    [{ rows: 3, accepted: 0, rejected: 3, cancelled: true }, 'Stopped before the first lead'],
  ])('%o', (given, headline) => {
    expect(resultHeadline(inventedSummary(given))).toBe(headline)
  })

  it('says what was left out, read differently and known already', () => {
    const given = { rows: 9, rejected: 2, repaired: 3, duplicates: { inFile: 1, inHistory: 1 } }
    expect(resultExplanation(inventedSummary(given))).toMatch(
      /^9 rows of leads\.csv in .*, 2 left out, 3 cells read differently, 2 duplicates\.$/,
    )
  })

  it('says what stays of one that was stopped', () => {
    const stopped = (accepted: number) => resultExplanation(inventedSummary({ cancelled: true, accepted }))
    expect(stopped(5)).toMatch(/What was scored before you stopped stays in your list\.$/)
    expect(stopped(0)).toMatch(/Nothing came into your list\.$/)
  })
})

describe('the sentence of an import that was undone', () => {
  const undone = (leads: number) => ({ accepted: 40, leads, fileName: 'leads.csv' })

  it('does not speak of scored leads any more', () => {
    expect(undoneHeadline(undone(0))).toBe('Undone: 40 leads taken out again')
    expect(undoneExplanation(undone(0))).toMatch(/^Nothing of leads\.csv is left in your list/)
  })

  it('counts what had to stay', () => {
    expect(undoneHeadline(undone(39))).toBe('Undone: 1 lead taken out again')
    expect(undoneExplanation(undone(1))).toMatch(/^1 lead of leads\.csv stayed, .* with it\.$/)
  })
})
