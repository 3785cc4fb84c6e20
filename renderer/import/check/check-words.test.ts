import { expect, it } from 'vitest'
import { inventedReport } from '../fixtures/invented-file.ts'
import { duplicatesSentence, verdict, verdictFacts } from './check-words.ts'

it('says how many rows will be scored', () => {
  expect(verdict({ rows: 1250, accepted: 1240 }, 'en')).toBe('1,240 of 1,250 rows will be scored')
  expect(verdict({ rows: 1250, accepted: 1250 }, 'en')).toBe('All 1,250 rows will be scored')
  expect(verdict({ rows: 1, accepted: 1 }, 'en')).toBe('The one row will be scored')
  expect(verdict({ rows: 3, accepted: 0 }, 'en')).toBe('No row can be scored')
})

it('names only figures there is something to say about', () => {
  const none = inventedReport()
  expect(verdictFacts(none, 'en')).toEqual([])
  const report = inventedReport({
    rejected: 1,
    issueCells: { missing: 1034, repaired: 1 },
    duplicates: { inFile: 2, inHistory: 3 },
  })
  expect(verdictFacts(report, 'en').map(({ text }) => text)).toEqual([
    '1 row left out',
    '5 duplicates',
    '1,034 cells to look at',
    '1 cell read differently',
  ])
})

it('says where duplicates were seen', () => {
  expect(duplicatesSentence({ inFile: 1, inHistory: 0 }, 'en')).toBe(
    '1 row repeats a lead further up in this file',
  )
  expect(duplicatesSentence({ inFile: 12, inHistory: 25 }, 'en')).toBe(
    '25 rows are leads in your list already, and 12 rows repeat a lead further up in this file',
  )
  expect(duplicatesSentence({ inFile: 0, inHistory: 0 }, 'en')).toBe('No row is a lead that is known already')
})
