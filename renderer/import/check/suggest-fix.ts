/** A first guess at what a cell was meant to say. The user decides. */
import type { Field } from '../../../electron/contract/app-info.ts'
import type { ColumnTarget } from '../../../electron/contract/importing.ts'
import { readField } from '../../../electron/contract/read-field.ts'

/** The number in a cell that should be one and has exactly one ("75 percent"), if the field takes it; else nothing. */
export function suggestFix(field: Field | null, text: string): string {
  if (field?.type !== 'number' && field?.type !== 'integer') return ''
  const found = text.match(/-?\d+(?:\.\d+)?/g) ?? []
  const [only = ''] = found
  return found.length === 1 && fixProblem(field, only) === null ? only : ''
}

/** Why a text cannot stand in a cell of this field, or null when it can. An empty cell always can. */
export function fixProblem(field: Field | null, text: string): string | null {
  if (!field) return null
  const reading = readField(field, text)
  return reading.ok ? null : reading.message
}

/** The model field a column feeds; null for a part of the identity and for columns that are ignored. */
export function fieldOf(target: ColumnTarget | undefined, fields: readonly Field[]): Field | null {
  return (target?.kind === 'field' && fields.find(({ name }) => name === target.name)) || null
}
