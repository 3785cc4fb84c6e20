import { expect, it } from 'vitest'
import type { CellIssue } from '../../../electron/contract/importing.ts'
import { inventedReport } from '../fixtures/invented-file.ts'
import { duplicatesSentence, verdict, verdictFacts } from './check-words.ts'

const ISSUE: CellIssue = {
  code: 'value_not_a_number',
  kind: 'missing',
  column: 0,
  header: 'Quality',
  text: 'good',
  message: '',
  count: 1,
  rows: [1],
}

it('says how many rows will be scored', () => {
  expect(verdict({ rows: 1250, accepted: 1240 }, 'en')).toBe('1,240 of 1,250 rows will be scored')
  expect(verdict({ rows: 1250, accepted: 1250 }, 'en')).toBe('All 1,250 rows will be scored')
  expect(verdict({ rows: 1, accepted: 1 }, 'en')).toBe('The one row will be scored')
  expect(verdict({ rows: 3, accepted: 0 }, 'en')).toBe('No row can be scored')
})

it('names only figures there is something to say about', () => {
  const none = { rejected: 0, issues: [], duplicates: { inFile: 0, inHistory: 0 } }
  expect(verdictFacts(none, 'en')).toEqual([])
  const issues = inventedReport({
    issues: [
      { ...ISSUE, count: 1000 },
      { ...ISSUE, count: 34 },
      { ...ISSUE, kind: 'repaired' },
    ],
  }).issues
  expect(
    verdictFacts({ rejected: 1, issues, duplicates: { inFile: 2, inHistory: 3 } }, 'en').map(
      ({ text }) => text,
    ),
  ).toEqual(['1 row left out', '5 duplicates', '1,034 cells to look at', '1 cell read differently'])
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
