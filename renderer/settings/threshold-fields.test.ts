import { describe, expect, it, test } from 'vitest'
import { alertKindSchema, thresholdsSchema } from '../../electron/contract/alerts.ts'
import { ALERT_RULES, readThreshold, shownThreshold, THRESHOLDS } from './threshold-fields.ts'

const fieldOf = (name: string) => {
  const found = THRESHOLDS.find((field) => field.name === name)
  if (!found) throw new Error(`no field for ${name}`)
  return found
}

test('every threshold of the contract can be edited, once', () => {
  expect(THRESHOLDS.map(({ name }) => name).sort()).toEqual(Object.keys(thresholdsSchema.shape).sort())
})

test('every alert has its switch and at least one threshold', () => {
  for (const kind of alertKindSchema.options) {
    expect(ALERT_RULES[kind]).toMatch(/^When /)
    expect(THRESHOLDS.some((field) => field.kind === kind)).toBe(true)
  }
})

describe('a threshold as it is shown and read', () => {
  it('shows shares in per cent, without binary dust', () => {
    expect(shownThreshold(fieldOf('errorShare'), 0.07)).toBe('7')
    expect(shownThreshold(fieldOf('scoreDriftP'), 0.01)).toBe('1')
    expect(shownThreshold(fieldOf('slowP95Ms'), 50)).toBe('50')
  })

  it('keeps what is shown, whatever the threshold', () => {
    const middle = { errorShare: 0.29, driftedFields: 0.57, engagementRate: 0.07, scoreDriftP: 0.0013 }
    for (const field of THRESHOLDS) {
      const kept =
        field.scale === 100 ? (Object.entries(middle).find(([n]) => n === field.name)?.[1] ?? 0.1) : 60
      expect(readThreshold(field, shownThreshold(field, kept)), field.name).toEqual({ value: kept })
    }
  })

  it('takes a comma for a point', () => {
    expect(readThreshold(fieldOf('errorShare'), ' 2,5 ')).toEqual({ value: 0.025 })
  })

  it.each([
    ['errorShare', '', 'Write a number.'],
    ['errorShare', 'five', 'Write a number.'],
    ['errorShare', '101', 'At most 100.'],
    ['errorShare', '-1', 'At least 0.'],
    ['scoreDriftP', '0', 'It must be more than 0.'],
    ['scoreDriftP', '2', 'At most 1.'],
    ['engagementLeads', '19', 'At least 20.'],
    ['modelAgeDays', '1.5', 'Write a whole number.'],
  ])('says what is wrong with %s = "%s"', (name, typed, wrong) => {
    expect(readThreshold(fieldOf(name), typed)).toEqual({ wrong })
  })
})
