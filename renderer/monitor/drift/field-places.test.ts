import { expect, it } from 'vitest'
import { exampleField } from '../../../electron/contract/example-field.ts'
import { fieldPlaces, valueFormat } from './field-places.ts'

const plain = (value: number) => String(value)

it('names bins by their edges', () => {
  const places = fieldPlaces(
    {
      kind: 'number',
      edges: [0, 10, 20],
      baseline: [0.25, 0.75],
      window: [1, 0],
      baselineQuantiles: [0, 20],
      windowQuantiles: [0, 9],
    },
    plain,
  )
  expect(places).toEqual([
    { name: '0 – 10', baseline: 0.25, window: 1 },
    { name: '10 – 20', baseline: 0.75, window: 0 },
  ])
})

it('says which categories are new, and puts the rest into one place', () => {
  const level = { value: 'a', label: 'A', baseline: 0.5, window: 0.25, unseen: false }
  const places = fieldPlaces(
    {
      kind: 'category',
      levels: [level, { value: 'x', label: 'X', baseline: 0, window: 0.5, unseen: true }],
      other: { levels: 1, baseline: 0.5, window: 0.25 },
    },
    plain,
  )
  expect(places.map(({ name }) => name)).toEqual(['A', 'X (new)', '1 other'])
})

it('writes figures as the field’s kind wants it', () => {
  expect(valueFormat('value', exampleField({ type: 'integer', min: 1000, max: 2100 }))(1834.6)).toBe('1835')
  expect(valueFormat('value', exampleField({ type: 'date' }))(20_000)).toContain('2024')
  expect(valueFormat('characters', exampleField({ type: 'date' }))(1834.56)).toBe('1,835')
  expect(valueFormat('value', undefined)(0.123_456)).toBe('0.1235')
})
