import { expect, test } from 'vitest'
import { chanceMeaning } from './chance-meaning.ts'

const by = (p: number | null, adjustedP: number | null, judgedBy: 'p' | 'value' = 'p') => ({
  p,
  adjustedP,
  judgedBy,
  threshold: 0.05,
})

test('the limit is named where the chance decides', () => {
  expect(chanceMeaning(by(0.2, null), 'no_drift')).toBe('counts up to 5%')
  expect(chanceMeaning(by(0.002, 0.01), 'drift')).toBe('1% as so many fields are looked at; counts up to 5%')
})

test('a sure difference that is too small says so', () => {
  expect(chanceMeaning(by(0.0001, null), 'no_drift')).toBe(
    'counts up to 5%; so it is no accident, but too small to matter',
  )
})

test('where the size decides, so it is said', () => {
  expect(chanceMeaning(by(null, null, 'value'), 'no_drift')).toBe('the size alone decides here')
})
