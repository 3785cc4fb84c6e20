/** Fields in the groups they are shown in, and their findings as a card says them. */
import type { FieldDrift } from '../../../electron/contract/drift.ts'

/** The fields of a report, each in one group. */
export interface FieldGroups {
  /** With something to say: a card each. */
  readonly telling: readonly FieldDrift[]
  /** Without a value on one side, in whatever is measured of them: a line for all, for a card each would bury the rest. */
  readonly empty: readonly FieldDrift[]
  /** With nothing to say. */
  readonly quiet: readonly FieldDrift[]
}

/** Divides the fields, keeping their order. */
export function groupFields(fields: readonly FieldDrift[]): FieldGroups {
  const isTelling = ({ findings }: FieldDrift) => findings.some(({ kind }) => kind !== 'no_data')
  const others = fields.filter((field) => !isTelling(field))
  // A text has several measures: named in one group only, it is not said to be two things at once.
  const empty = new Set(others.filter(({ findings }) => findings.length > 0).map(({ field }) => field))
  return {
    telling: fields.filter(isTelling),
    empty: others.filter(({ field }) => empty.has(field)),
    quiet: others.filter(({ field }) => !empty.has(field)),
  }
}

/** A sentence without the field's name at its head, where a heading above has it already. */
export function withoutLabel(sentence: string, label: string): string {
  const head = `${label}: `
  if (!sentence.startsWith(head)) return sentence
  const rest = sentence.slice(head.length)
  return rest.charAt(0).toUpperCase() + rest.slice(1)
}
