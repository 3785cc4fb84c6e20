import { describe, expect, it } from 'vitest'
import type { Field } from '../../../electron/contract/app-info.ts'
import { exampleField } from '../../../electron/contract/example-field.ts'
import { fieldOf, fixProblem, suggestFix } from './suggest-fix.ts'

const field = (given: Partial<Field>) =>
  exampleField({ name: 'quality', label: 'Quality', type: 'number', min: 0, max: 100, ...given })

describe('suggestFix', () => {
  it('finds the one number in a cell', () => {
    expect(suggestFix(field({}), '75 percent')).toBe('75')
    expect(suggestFix(field({ min: 1800, max: 2030 }), 'founded 2012')).toBe('2012')
  })

  it('guesses nothing where there are two, none, or one the field does not take', () => {
    for (const text of ['70 to 80', 'good', '130 points']) expect(suggestFix(field({}), text)).toBe('')
  })

  it('guesses nothing for texts', () => {
    expect(suggestFix(field({ type: 'text' }), 'room 12')).toBe('')
    expect(suggestFix(null, '75 percent')).toBe('')
  })
})

it('refuses what the engine would refuse, and takes an empty cell', () => {
  expect(fixProblem(field({}), '130')).toMatch(/Quality/)
  expect(fixProblem(field({}), '75')).toBeNull()
  expect(fixProblem(field({}), '')).toBeNull()
  expect(fixProblem(null, 'anything')).toBeNull()
})

it('knows the field behind a column', () => {
  const fields = [field({})]
  expect(fieldOf({ kind: 'field', name: 'quality' }, fields)).toBe(fields[0])
  expect(fieldOf({ kind: 'identity', name: 'name' }, fields)).toBeNull()
  expect(fieldOf(undefined, fields)).toBeNull()
})
