import { describe, expect, it } from 'vitest'
import type { Field } from '../../electron/contract/app-info.ts'
import { fieldGroups, inputKind } from './field-groups.ts'

const field = (part: Partial<Field>): Field => ({
  name: 'x',
  label: 'X',
  help: '',
  group: 'G',
  type: 'text',
  synonyms: [],
  influenceable: false,
  sensitive: false,
  importance: 0,
  ...part,
})

describe('the form follows the manifest', () => {
  it('keeps the manifest’s order of groups and fields, also when a group is taken up again', () => {
    const groups = fieldGroups([
      field({ name: 'a', group: 'B' }),
      field({ name: 'b', group: 'A' }),
      field({ name: 'c', group: 'B' }),
    ])
    expect(groups.map(({ name, fields }) => [name, fields.map((each) => each.name)])).toEqual([
      ['B', ['a', 'c']],
      ['A', ['b']],
    ])
  })

  it('chooses the input by type, options and length', () => {
    expect(inputKind(field({ type: 'number' }))).toBe('number')
    expect(inputKind(field({ type: 'integer', options: [{ value: '0' }] }))).toBe('options')
    expect(inputKind(field({ type: 'category', options: [{ value: 'a' }] }))).toBe('options')
    expect(inputKind(field({ type: 'category' }))).toBe('suggestions')
    expect(inputKind(field({ maxLength: 500 }))).toBe('line')
    expect(inputKind(field({ maxLength: 10_000 }))).toBe('paragraph')
    expect(inputKind(field({}))).toBe('paragraph')
    expect(inputKind(field({ type: 'date' }))).toBe('date')
  })
})
