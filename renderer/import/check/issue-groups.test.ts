import { describe, expect, it } from 'vitest'
import type { CellIssue } from '../../../electron/contract/importing.ts'
import { groupIssues, otherFindings, unlistedCells } from './issue-groups.ts'

const issue = (given: Partial<CellIssue>): CellIssue => ({
  code: 'value_not_a_number',
  kind: 'missing',
  column: 4,
  header: 'Quality',
  text: '75 percent',
  message: 'Quality must be a number.',
  count: 1,
  rows: [1],
  ...given,
})

describe('groupIssues', () => {
  it('puts what costs most first, and in a group the most frequent text', () => {
    const groups = groupIssues([
      issue({ kind: 'repaired', code: 'value_date_mangled', column: 7, header: 'Size', count: 500 }),
      issue({ text: 'good', count: 2 }),
      issue({ text: '75 percent', count: 12 }),
      issue({ column: 6, header: 'Founded', count: 90 }),
    ])
    expect(groups.map(({ kind, header, count }) => [kind, header, count])).toEqual([
      ['missing', 'Founded', 90],
      ['missing', 'Quality', 14],
      ['repaired', 'Size', 500],
    ])
    expect(groups[1]?.issues.map(({ text }) => text)).toEqual(['75 percent', 'good'])
  })

  it('keeps different troubles of one column apart', () => {
    expect(groupIssues([issue({}), issue({ code: 'value_out_of_range', text: '130' })])).toHaveLength(2)
  })
})

describe('otherFindings', () => {
  it('leaves out what the cells, the mapping and the duplicates say themselves', () => {
    const finding = (code: string, column?: string) => ({ code, message: '', ...(column ? { column } : {}) })
    const warnings = [
      finding('value_not_a_number', 'Quality'),
      finding('value_not_a_number', 'Age'),
      finding('fields_missing'),
      finding('columns_ignored'),
      { ...finding('rows_duplicate'), count: 3 },
      finding('rows_duplicate'),
      finding('footer_skipped'),
    ]
    expect(otherFindings(warnings, [issue({})]).map(({ code, column }) => [code, column])).toEqual([
      ['value_not_a_number', 'Age'],
      // That some may have been missed is said nowhere else.
      ['rows_duplicate', undefined],
      ['footer_skipped', undefined],
    ])
  })
})

it('knows how many cells a check found beyond those it lists', () => {
  const report = {
    issues: [issue({ count: 40 }), issue({ text: 'good', count: 2 }), issue({ kind: 'repaired', count: 7 })],
    issueCells: { missing: 60, repaired: 7 },
  }
  expect([unlistedCells(report, 'missing'), unlistedCells(report, 'repaired')]).toEqual([18, 0])
  expect(unlistedCells(null, 'missing')).toBe(0)
})
