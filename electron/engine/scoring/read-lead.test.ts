import { expect, test } from 'vitest'
import { exampleField } from '../../../model/bundle/example-field.ts'
import { readLead, toLeadFields } from './read-lead.ts'

const fields = [
  exampleField({ name: 'quality', label: 'Quality', type: 'number', min: 0, max: 100 }),
  exampleField({ name: 'jobtitle', label: 'Job title' }),
]
const refusal = (lead: Record<string, string | number | null>) => {
  try {
    readLead(fields, lead)
  } catch (error) {
    return error
  }
  return null
}

test('a lead becomes values in field order, whatever its own order; what is not there is missing', () => {
  expect(readLead(fields, { jobtitle: ' CEO ', quality: '70' })).toEqual([70, 'CEO'])
  expect(readLead(fields, {})).toEqual([null, null])
})

test('values become a lead again', () => {
  expect(toLeadFields(fields, [70, null])).toEqual({ quality: 70, jobtitle: null })
})

test('an unknown field is refused by name, also one that every object has', () => {
  expect(refusal({ shoe: 43 })).toMatchObject({
    error: { code: 'field_unknown', message: expect.stringContaining('"shoe"') },
  })
  expect(refusal({ toString: 1 })).toMatchObject({ error: { code: 'field_unknown' } })
})

test('a value out of range is refused with field and range', () => {
  expect(refusal({ quality: 130 })).toMatchObject({
    error: {
      code: 'value_out_of_range',
      message: expect.stringMatching(/Quality.*0.*100.*130/),
      details: { field: 'quality' },
    },
  })
})
