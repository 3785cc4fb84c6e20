import { expect, test } from 'vitest'
import { namedTestSchema } from '../../../electron/contract/drift.ts'
import { TESTS, testsFor } from './test-words.ts'

test('every test can be chosen for some kind of field, under a name of its own', () => {
  const offered = new Set([...testsFor('number'), ...testsFor('category')].map(({ test: name }) => name))
  expect([...offered].sort()).toEqual([...namedTestSchema.options].sort())
  const labels = namedTestSchema.options.map((name) => TESTS[name].label)
  expect(new Set(labels).size).toBe(labels.length)
})

test('distances between shares judge both kinds, tests of numbers only numbers', () => {
  const names = (kind: 'number' | 'category') => testsFor(kind).map(({ test: name }) => name)
  expect(names('number')).toContain('psi')
  expect(names('category')).toContain('psi')
  expect(names('category')).not.toContain('ks')
  expect(names('number')).not.toContain('chisquare')
})
