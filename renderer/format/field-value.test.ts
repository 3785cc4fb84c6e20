import { describe, expect, it } from 'vitest'
import type { Field } from '../../electron/contract/app-info.ts'
import { formatFieldValue, formatRange } from './field-value.ts'

const field = (part: Partial<Field>): Field => ({
  name: 'x',
  label: 'X',
  help: '',
  group: 'G',
  type: 'number',
  synonyms: [],
  influenceable: false,
  sensitive: false,
  importance: 0,
  ...part,
})

describe('formatFieldValue', () => {
  it('prefers the label of a named value, also for a small integer scale', () => {
    const fit = field({ type: 'integer', options: [{ value: '2', label: 'Good fit' }] })
    expect(formatFieldValue(fit, 2, 'en')).toBe('Good fit')
  })

  it('adds the unit, writes years without grouping and dates as days', () => {
    expect(formatFieldValue(field({ unit: 'people' }), 1200, 'en')).toBe('1,200 people')
    expect(formatFieldValue(field({ type: 'integer', min: 1800, max: 2026 }), 2012, 'en')).toBe('2012')
    expect(formatFieldValue(field({ type: 'date' }), 0, 'en')).toBe('Jan 1, 1970')
  })

  it('is null for what was not given, and keeps zero', () => {
    expect(formatFieldValue(field({}), null)).toBeNull()
    expect(formatFieldValue(field({}), undefined)).toBeNull()
    expect(formatFieldValue(field({}), 0, 'en')).toBe('0')
  })
})

describe('formatRange', () => {
  it('says both limits, one, or nothing', () => {
    expect(formatRange(field({ min: 0, max: 100 }), 'en')).toBe('0 to 100')
    expect(formatRange(field({ min: 5 }), 'en')).toBe('from 5')
    expect(formatRange(field({ max: 5 }), 'en')).toBe('up to 5')
    expect(formatRange(field({}))).toBeNull()
    expect(formatRange(field({ type: 'category' }))).toBeNull()
  })
})
