/** Turns a lead given by field names into values in field order, checked against the manifest. */
import type { Field, FieldValue } from '../../../model/bundle/field.ts'
import { checkField } from '../../../model/bundle/read-field.ts'
import type { LeadFields } from '../../contract/lead.ts'
import { refuse } from '../../contract/result.ts'

/** The lead's values in field order; refuses an unknown field and a value its field does not allow, by name. */
export function readLead(fields: readonly Field[], lead: LeadFields): FieldValue[] {
  const known = new Set(fields.map(({ name }) => name))
  for (const name of Object.keys(lead)) {
    if (!known.has(name)) {
      refuse(
        'field_unknown',
        `The model has no field "${name}".`,
        `Its fields are: ${[...known].join(', ')}.`,
        {
          field: name,
        },
      )
    }
  }
  return fields.map((field) => {
    const reading = checkField(field, Object.hasOwn(lead, field.name) ? lead[field.name] : null)
    if (!reading.ok) refuse(reading.code, reading.message, undefined, { field: field.name })
    return reading.value
  })
}

/** And back: values by field name, missing ones as null. */
export function toLeadFields(fields: readonly Field[], values: readonly FieldValue[]): LeadFields {
  return Object.fromEntries(fields.map(({ name }, index) => [name, values[index] ?? null]))
}
