import { expect, it } from 'vitest'
import { type CellIssue, DEFAULT_SETTINGS } from '../../../electron/contract/importing.ts'
import { withFixes } from '../state/settings.ts'
import { readCells } from './cell-reading.ts'

const issue = (text: string, kind: CellIssue['kind']): CellIssue => ({
  code: 'value_not_a_number',
  kind,
  column: 2,
  header: 'Quality',
  text,
  message: `about ${text}`,
  count: 1,
  rows: [1],
})
const issues = [issue('good', 'missing'), issue('0,6', 'repaired')]
const cell = (text: string, row = 1, column = 2) => ({ row, column, text })

it('tells cells that are lost or read differently from those read as they stand', () => {
  const read = readCells(issues, DEFAULT_SETTINGS)
  expect(read(cell('good'))).toEqual({ kind: 'lost', text: 'good', remark: 'about good' })
  expect(read(cell('0,6'))?.kind).toBe('repaired')
  expect(read(cell('80'))).toBeNull()
  expect(read(cell('good', 1, 3))).toBeNull()
})

it('shows what is read in place of a corrected cell at once, in that row alone where it is for one row', () => {
  const settings = withFixes(DEFAULT_SETTINGS, [{ column: 2, row: 4, from: 'good', to: '80' }])
  const read = readCells(issues, settings)
  expect(read(cell('good', 4))).toEqual({ kind: 'fixed', text: '80', remark: '“good” in the file' })
  expect(read(cell('good', 5))?.kind).toBe('lost')
})
