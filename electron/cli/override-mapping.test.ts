import { describe, expect, test } from 'vitest'
import type { ColumnMapping, FileColumn } from '../contract/importing.ts'
import { Refusal } from '../contract/result.ts'
import { overrideMapping, parseMappingWish } from './override-mapping.ts'

const column = (index: number, header: string): FileColumn => ({
  index,
  header,
  samples: [],
  target: null,
  matched: 'none',
})
const columns = [column(0, 'Title'), column(1, 'Role'), column(2, 'Full name')]
const suggested: ColumnMapping = [{ column: 0, target: { kind: 'field', name: 'jobtitle' } }]
const fields = new Set(['jobtitle', 'summary'])

describe('--map', () => {
  test('is split at the first equals sign', () => {
    expect(parseMappingWish('jobtitle=Title = Role')).toEqual({ field: 'jobtitle', header: 'Title = Role' })
    expect(parseMappingWish('jobtitle')).toBeNull()
    expect(parseMappingWish('=Title')).toBeNull()
    expect(parseMappingWish('jobtitle=')).toBeNull()
  })

  test('takes the field from the suggested column and gives it to the wished one', () => {
    expect(overrideMapping(suggested, [{ field: 'jobtitle', header: 'role' }], columns, fields)).toEqual([
      { column: 1, target: { kind: 'field', name: 'jobtitle' } },
    ])
  })

  test('takes the column from what it fed before', () => {
    expect(overrideMapping(suggested, [{ field: 'summary', header: 'Title' }], columns, fields)).toEqual([
      { column: 0, target: { kind: 'field', name: 'summary' } },
    ])
  })

  test('maps identity too', () => {
    expect(overrideMapping(suggested, [{ field: 'name', header: 'Full name' }], columns, fields)).toEqual([
      ...suggested,
      { column: 2, target: { kind: 'identity', name: 'name' } },
    ])
  })

  test('names a column by its place, too', () => {
    const mapped = (header: string) => overrideMapping([], [{ field: 'jobtitle', header }], columns, fields)
    expect(mapped('#2').map(({ column }) => column)).toEqual([1])
    expect(() => mapped('#4')).toThrow('The file has no column "#4".')
    const odd = overrideMapping(
      [],
      [{ field: 'jobtitle', header: '#2' }],
      [...columns, column(3, '#2')],
      fields,
    )
    expect(odd[0]?.column).toBe(3)
  })

  test('names the fields and columns there are when one is not', () => {
    const attempt = (field: string, header: string) => () =>
      overrideMapping(suggested, [{ field, header }], columns, fields)
    expect(attempt('shoe', 'Title')).toThrow(Refusal)
    expect(attempt('shoe', 'Title')).toThrow('The model has no field "shoe".')
    expect(attempt('jobtitle', 'Shoe')).toThrow('The file has no column "Shoe".')
  })
})
