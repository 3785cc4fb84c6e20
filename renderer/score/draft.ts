/** A lead as it is being typed: texts, and what the model would make of them. */
import type { Field } from '../../electron/contract/app-info.ts'
import type { Identity, LeadFields } from '../../electron/contract/lead.ts'
import { type FieldReading, readField } from '../../electron/contract/read-field.ts'

export interface Draft {
  /** What stands in each field's input, by field name; absent is empty. */
  readonly texts: Readonly<Record<string, string>>
  readonly identity: Readonly<Record<keyof Identity, string>>
}

export const EMPTY_DRAFT: Draft = { texts: {}, identity: { name: '', company: '', email: '', link: '' } }

type Problem = Extract<FieldReading, { ok: false }>

/** A draft as the engine will read it. */
export interface DraftReading {
  readonly fields: LeadFields
  readonly problems: ReadonlyMap<string, Problem>
  /** How many fields hold something the model can use. */
  readonly filled: number
}

/** Reads every field with the engine's own reader, so that the form refuses exactly what the engine refuses. */
export function readDraft(fields: readonly Field[], texts: Draft['texts']): DraftReading {
  const values: Record<string, string | number> = {}
  const problems = new Map<string, Problem>()
  for (const field of fields) {
    const reading = readField(field, texts[field.name] ?? '')
    if (!reading.ok) problems.set(field.name, reading)
    else if (reading.value !== null) values[field.name] = reading.value
  }
  return { fields: values, problems, filled: Object.keys(values).length }
}

/**
 * Whether a problem is worth saying while the field is still being typed in. A range or a length cannot be cured by typing on;
 * "-" and "20" on the way to a number or a date can.
 */
export function isSaidWhileTyping({ code }: Problem): boolean {
  return code === 'value_out_of_range' || code === 'text_too_long'
}

/** Identity as it is stored: trimmed, and null for what was left empty. */
export function toIdentity(identity: Draft['identity']): Identity {
  const part = (text: string) => text.trim() || null
  return {
    name: part(identity.name),
    company: part(identity.company),
    email: part(identity.email),
    link: part(identity.link),
  }
}

/** Whether nothing has been typed but spaces. */
export function isEmptyDraft({ texts, identity }: Draft): boolean {
  return [...Object.values(texts), ...Object.values(identity)].every((text) => text.trim() === '')
}

/** The manifest's examples, for a person who does not exist. */
export function exampleDraft(fields: readonly Field[]): Draft {
  return {
    texts: Object.fromEntries(fields.flatMap(({ name, example }) => (example ? [[name, example]] : []))),
    identity: {
      name: 'Robin Example',
      company: 'Example Glassworks',
      email: 'robin@example.com',
      link: 'https://example.com/in/robin-invented',
    },
  }
}
