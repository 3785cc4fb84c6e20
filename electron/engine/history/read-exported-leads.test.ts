import { expect, test } from 'vitest'
import { exampleField } from '../../../model/bundle/example-field.ts'
import type { Field } from '../../../model/bundle/field.ts'
import { valuesFor } from './read-exported-leads.ts'

const field = (name: string, type: Field['type']) => exampleField({ name, type })
const scoredWith = [field('a', 'text'), field('b', 'text'), field('c', 'number')]

test('a lead that the same model scored keeps its values', () => {
  expect(valuesFor(scoredWith, scoredWith, ['ay', 'bee', 3])).toEqual(['ay', 'bee', 3])
})

test('with other fields each value stays with its name', () => {
  expect(valuesFor([field('a', 'text'), field('b', 'text')], scoredWith, ['ay', 'bee', 3])).toEqual([
    'ay',
    'bee',
  ])
  expect(valuesFor([field('b', 'text'), field('d', 'text')], scoredWith, ['ay', 'bee', 3])).toEqual([
    'bee',
    null,
  ])
})

test('a value of another type is missing rather than read as something else', () => {
  expect(valuesFor([field('c', 'date')], scoredWith, ['ay', 'bee', 3])).toEqual([null])
})

test('a lead without inputs has none', () => {
  expect(valuesFor(scoredWith, scoredWith, [])).toEqual([null, null, null])
})
