/** Which column of a file feeds what, and what is wrong or missing about that. */
import type { Field } from '../../../electron/contract/app-info.ts'
import type {
  ColumnMapping,
  ColumnTarget,
  FileColumn,
  FileInspection,
} from '../../../electron/contract/importing.ts'

/** Target of each column by its index; a column that is not there is ignored. */
export type Targets = ReadonlyMap<number, ColumnTarget>

/** The parts of a lead's identity a column can feed, in the order a person thinks of them. */
export const IDENTITY_TARGETS = [
  { name: 'name', label: 'Full name' },
  { name: 'firstName', label: 'First name' },
  { name: 'lastName', label: 'Last name' },
  { name: 'company', label: 'Company' },
  { name: 'email', label: 'E-mail' },
  { name: 'link', label: 'Profile link' },
] as const

/** What the app suggests for a file. */
export function suggestedTargets(inspection: FileInspection): Targets {
  return new Map(
    inspection.columns.flatMap(({ index, target }) => (target ? [[index, target] as const] : [])),
  )
}

/** The mapping as the contract wants it. */
export function toMapping(targets: Targets): ColumnMapping {
  return [...targets].map(([column, target]) => ({ column, target })).sort((a, b) => a.column - b.column)
}

/** A target as one word, for a drop-down's values and for comparing. */
export function targetKey(target: ColumnTarget): string {
  return `${target.kind}:${target.name}`
}

/** The target behind a drop-down's value; null for "ignore". */
export function targetOfKey(key: string, fields: readonly Field[]): ColumnTarget | null {
  const field = fields.find(({ name }) => key === `field:${name}`)
  if (field) return { kind: 'field', name: field.name }
  const identity = IDENTITY_TARGETS.find(({ name }) => key === `identity:${name}`)
  return identity ? { kind: 'identity', name: identity.name } : null
}

/** The targets with one column changed; null: it feeds nothing. */
export function withTarget(targets: Targets, column: number, target: ColumnTarget | null): Targets {
  const changed = new Map(targets)
  if (target) changed.set(column, target)
  else changed.delete(column)
  return changed
}

/** What a person calls a target. */
export function targetLabel(target: ColumnTarget, fields: readonly Field[]): string {
  if (target.kind === 'field') return fields.find(({ name }) => name === target.name)?.label ?? target.name
  return IDENTITY_TARGETS.find(({ name }) => name === target.name)?.label ?? target.name
}

/** For each column that shares its target with others: those other columns. */
export function conflictingColumns(targets: Targets): ReadonlyMap<number, readonly number[]> {
  const users = new Map<string, number[]>()
  for (const [column, target] of targets) {
    const key = targetKey(target)
    users.set(key, [...(users.get(key) ?? []), column])
  }
  const conflicts = new Map<number, readonly number[]>()
  for (const columns of users.values()) {
    if (columns.length < 2) continue
    for (const column of columns)
      conflicts.set(
        column,
        columns.filter((other) => other !== column),
      )
  }
  return conflicts
}

/** Fields of the model that no column feeds, the most telling first. */
export function missingFields(fields: readonly Field[], targets: Targets): readonly Field[] {
  const fed = new Set([...targets.values()].map(targetKey))
  return fields
    .filter(({ name }) => !fed.has(`field:${name}`))
    .toSorted((a, b) => b.importance - a.importance)
}

/** A column's header in quotes, or its place where it has none. */
export function columnName(columns: readonly FileColumn[], index: number): string {
  const header = columns.find((column) => column.index === index)?.header.trim()
  return header ? `“${header}”` : `column ${index + 1}`
}
