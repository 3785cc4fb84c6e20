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
  expect(shownColumns(columns(40), new Map(), null)).toHaveLength(40)
})

it('shows the used columns of a wide one and the one in question, in the order of the file', () => {
  const targets = new Map([[900, { kind: 'identity', name: 'email' } as const]])
  const shown = shownColumns(columns(1000), targets, 500).map(({ index }) => index)
  expect(shown).toHaveLength(40)
  expect(shown.slice(0, 2)).toEqual([0, 1])
  expect(shown.slice(-2)).toEqual([500, 900])
})
