import { describe, expect, it } from 'vitest'
import type { CellIssue, CheckReport } from '../../../electron/contract/importing.ts'
import { groupIssues, otherFindings, otherRejects } from './issue-groups.ts'

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
      issue({ kind: 'rejects', column: 5, header: 'Fit', count: 3 }),
      issue({ column: 6, header: 'Founded', count: 90 }),
    ])
    expect(groups.map(({ kind, header, count }) => [kind, header, count])).toEqual([
      ['rejects', 'Fit', 3],
      ['missing', 'Founded', 90],
      ['missing', 'Quality', 14],
      ['repaired', 'Size', 500],
    ])
    expect(groups[2]?.issues.map(({ text }) => text)).toEqual(['75 percent', 'good'])
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
      finding('rows_duplicate'),
      finding('footer_skipped'),
    ]
    expect(otherFindings(warnings, [issue({})]).map(({ code, column }) => [code, column])).toEqual([
      ['value_not_a_number', 'Age'],
      ['footer_skipped', undefined],
    ])
  })
})

it('names the rows that no corrected cell would bring back', () => {
  const reject = (row: number, reason: string) => ({ row, reason, message: '', text: '' })
  const report = {
    rejects: [reject(3, 'value_not_a_number'), reject(9, 'rows_too_long')],
    issues: [issue({ kind: 'rejects', rows: [3] })],
  } as unknown as CheckReport
  expect(otherRejects(report).map(({ row }) => row)).toEqual([9])
})
