import { describe, expect, it } from 'vitest'
import { exampleField } from '../../electron/contract/example-field.ts'
import { fieldGroups, inputKind } from './field-groups.ts'

describe('the form follows the manifest', () => {
  it('keeps the manifest’s order of groups and fields, also when a group is taken up again', () => {
    const groups = fieldGroups([
      exampleField({ name: 'a', group: 'B' }),
      exampleField({ name: 'b', group: 'A' }),
      exampleField({ name: 'c', group: 'B' }),
    ])
    expect(groups.map(({ name, fields }) => [name, fields.map((each) => each.name)])).toEqual([
      ['B', ['a', 'c']],
      ['A', ['b']],
    ])
  })

  it('chooses the input by type, options and length', () => {
    expect(inputKind(exampleField({ type: 'number' }))).toBe('number')
    expect(inputKind(exampleField({ type: 'integer', options: [{ value: '0' }] }))).toBe('options')
    expect(inputKind(exampleField({ type: 'category', options: [{ value: 'a' }] }))).toBe('options')
    expect(inputKind(exampleField({ type: 'category' }))).toBe('suggestions')
    expect(inputKind(exampleField({ maxLength: 500 }))).toBe('line')
    expect(inputKind(exampleField({ maxLength: 10_000 }))).toBe('paragraph')
    expect(inputKind(exampleField({}))).toBe('paragraph')
    expect(inputKind(exampleField({ type: 'date' }))).toBe('date')
  })
})
