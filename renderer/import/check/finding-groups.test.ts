import { expect, it } from 'vitest'
import type { Finding } from '../../../electron/contract/importing.ts'
import { groupFindings } from './finding-groups.ts'

const cell = (text: string, count: number): Finding => ({
  code: 'value_not_a_number',
  message: `"${text}" is not a number.`,
  column: 'Quality',
  text,
  count,
})

it('tells many texts of one column with the same trouble together, and a few one by one', () => {
  const footer: Finding = { code: 'footer_skipped', message: 'Five lines were skipped.' }
  const groups = groupFindings([footer, cell('good', 3), cell('bad', 2), cell('so-so', 1)])
  expect(groups.map(({ column, count, findings }) => [column, count, findings.length])).toEqual([
    [null, 1, 1],
    ['Quality', 6, 3],
  ])
  expect(groupFindings([cell('good', 3), cell('bad', 2)])).toHaveLength(2)
})

it('keeps the troubles of two columns apart', () => {
  const other = { ...cell('x', 1), column: 'Fit' }
  expect(groupFindings([cell('a', 1), other, cell('b', 1), cell('c', 1)])).toHaveLength(2)
})
