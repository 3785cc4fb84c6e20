import { describe, expect, it } from 'vitest'
import { createCellFixes } from './cell-fixes.ts'

describe('cell fixes', () => {
  it('one for all rows, one for a single row, which goes first', () => {
    const fixes = createCellFixes([
      { column: 3, from: 'founded 2012', to: '2012' },
      { column: 3, row: 8, from: 'founded 2012', to: '2013' },
    ])
    expect(fixes.find(1, 3, 'founded 2012')).toBe('2012')
    expect(fixes.find(8, 3, 'founded 2012')).toBe('2013')
    expect(fixes.find(1, 2, 'founded 2012')).toBeNull()
    expect(fixes.find(1, 3, 'founded 2013')).toBeNull()
    expect([fixes.any, fixes.forRow(8), fixes.forRow(1)]).toEqual([true, true, false])
  })

  it('an empty text is a fix: the value is missing', () => {
    expect(createCellFixes([{ column: 0, from: 'x', to: '' }]).find(1, 0, 'x')).toBe('')
  })

  it('the last word counts, and texts are never mixed up with columns', () => {
    const fixes = createCellFixes([
      { column: 1, from: '1 a', to: 'first' },
      { column: 1, from: '1 a', to: 'second' },
    ])
    expect(fixes.find(5, 1, '1 a')).toBe('second')
    expect(fixes.find(5, 11, 'a')).toBeNull()
  })

  it('none', () => {
    const fixes = createCellFixes([])
    expect([fixes.any, fixes.forRow(1), fixes.find(1, 0, '')]).toEqual([false, false, null])
  })
})
