/** The form's shape, taken from the manifest. */
import type { Field, Manifest } from '../../electron/contract/app-info.ts'
import { isOpenCategory } from '../../electron/contract/read-field.ts'

export interface FieldGroup {
  readonly name: string
  readonly fields: readonly Field[]
}

/** Fields under their headings, both in the manifest's order. */
export function fieldGroups(fields: readonly Field[]): readonly FieldGroup[] {
  const groups = Map.groupBy(fields, ({ group }) => group)
  return [...groups].map(([name, members]) => ({ name, fields: members }))
}

/** Which input a field gets. */
export type InputKind = 'number' | 'options' | 'suggestions' | 'line' | 'paragraph' | 'date'

/** Texts longer than this are written in a box of several lines. */
const LINE_LENGTH = 600

/** The input a field is typed into. */
export function inputKind(field: Field): InputKind {
  if (field.type === 'date') return 'date'
  if (field.type === 'text')
    return (field.maxLength ?? Number.POSITIVE_INFINITY) > LINE_LENGTH ? 'paragraph' : 'line'
  if (field.options && field.options.length > 0) return 'options'
  return isOpenCategory(field) ? 'suggestions' : 'number'
}

/** Values of an open category that training has seen: worth offering, because other values count as unknown. */
export function knownValues(manifest: Manifest, fieldName: string): readonly string[] {
  const values = new Set<string>()
  for (const feature of manifest.features) {
    if (feature.field !== fieldName) continue
    if (feature.kind === 'targetMean') for (const [value] of feature.means) values.add(value)
    if (feature.kind === 'equals') values.add(feature.value)
  }
  // The stand-in for a missing category is no value a person would choose.
  values.delete('UNKNOWN')
  return [...values].toSorted((a, b) => a.localeCompare(b))
}
