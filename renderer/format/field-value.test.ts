import { describe, expect, it } from 'vitest'
import { exampleField } from '../../electron/contract/example-field.ts'
import { formatFieldValue, formatRange } from './field-value.ts'

describe('formatFieldValue', () => {
  it('prefers the label of a named value, also for a small integer scale', () => {
    const fit = exampleField({ type: 'integer', options: [{ value: '2', label: 'Good fit' }] })
    expect(formatFieldValue(fit, 2, 'en')).toBe('Good fit')
  })

  it('adds the unit, writes years without grouping and dates as days', () => {
    expect(formatFieldValue(exampleField({ type: 'number', unit: 'people' }), 1200, 'en')).toBe(
      '1,200 people',
    )
    expect(formatFieldValue(exampleField({ type: 'integer', min: 1800, max: 2026 }), 2012, 'en')).toBe('2012')
    expect(formatFieldValue(exampleField({ type: 'date' }), 0, 'en')).toBe('Jan 1, 1970')
  })

  it('is null for what was not given, and keeps zero', () => {
    expect(formatFieldValue(exampleField({}), null)).toBeNull()
    expect(formatFieldValue(exampleField({}), undefined)).toBeNull()
    expect(formatFieldValue(exampleField({ type: 'number' }), 0, 'en')).toBe('0')
  })
})

describe('formatRange', () => {
  it('says both limits, one, or nothing', () => {
    expect(formatRange(exampleField({ type: 'number', min: 0, max: 100 }), 'en')).toBe('0 to 100')
    expect(formatRange(exampleField({ type: 'number', min: 5 }), 'en')).toBe('from 5')
    expect(formatRange(exampleField({ type: 'number', max: 5 }), 'en')).toBe('up to 5')
    expect(formatRange(exampleField({}))).toBeNull()
    expect(formatRange(exampleField({ type: 'category' }))).toBeNull()
  })
})
