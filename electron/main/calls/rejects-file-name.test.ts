import { expect, test } from 'vitest'
import { rejectsFileName } from './rejects-file-name.ts'

test.each([
  ['leads.csv', 'leads - rejected rows.csv'],
  ['Q3 list.final.xlsx', 'Q3 list.final - rejected rows.csv'],
  ['leads', 'leads - rejected rows.csv'],
])('rejected rows of %s go to %s', (imported, expected) => {
  expect(rejectsFileName(imported)).toBe(expected)
})
