import { expect, it } from 'vitest'
import type { FileColumn } from '../../../electron/contract/importing.ts'
import { shownColumns } from './shown-columns.ts'

const columns = (count: number): FileColumn[] =>
  Array.from({ length: count }, (_, index) => ({
    index,
    header: `c${index}`,
    samples: [],
    target: null,
    matched: 'none',
  }))

it('shows all columns of a usual file', () => {
  const all = columns(40)
  expect(shownColumns(all, new Map(), null)).toEqual(all)
})

it('shows the used columns of a wide one in the order of the file, and first of all the one in question', () => {
  const targets = new Map([[900, { kind: 'identity', name: 'email' } as const]])
  const shown = shownColumns(columns(1000), targets, 500).map(({ index }) => index)
  expect(shown).toHaveLength(40)
  expect(shown.slice(0, 3)).toEqual([500, 0, 1])
  expect(shown.at(-1)).toBe(900)
})
