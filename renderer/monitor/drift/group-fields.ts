/** Fields in the groups they are shown in, and their findings as a card says them. */
import type { FieldDrift } from '../../../electron/contract/drift.ts'

export interface FieldGroups {
  /** With something to say: a card each. */
  readonly telling: readonly FieldDrift[]
  /** Without a value on one side: a line for all of them, for a card each would bury the rest. */
  readonly empty: readonly FieldDrift[]
  /** With nothing to say. */
  readonly quiet: readonly FieldDrift[]
}

/** Divides the fields, keeping their order. */
export function groupFields(fields: readonly FieldDrift[]): FieldGroups {
  const isEmpty = ({ findings }: FieldDrift) => findings.every(({ kind }) => kind === 'no_data')
  return {
    telling: fields.filter((field) => field.findings.length > 0 && !isEmpty(field)),
    empty: fields.filter((field) => field.findings.length > 0 && isEmpty(field)),
    quiet: fields.filter(({ findings }) => findings.length === 0),
  }
}

/** A sentence without the field's name at its head, where a heading above has it already. */
export function withoutLabel(sentence: string, label: string): string {
  const head = `${label}: `
  if (!sentence.startsWith(head)) return sentence
  const rest = sentence.slice(head.length)
  return rest.charAt(0).toUpperCase() + rest.slice(1)
}
