/** Suggests which column feeds what, from the header alone. */
import type { Field } from '../../../../model/bundle/field.ts'
import type { ColumnMapping, ColumnTarget, FileColumn } from '../../../contract/importing.ts'
import { headerKey, headerKeys } from './header-key.ts'
import { IDENTITY_COLUMNS, OUTCOME_COLUMNS } from './identity-columns.ts'

/** What a column may feed, and how that was seen. */
export type SuggestedColumn = Pick<FileColumn, 'target' | 'matched'>

/** What a key stands for, and the spellings that make the match more than likeness, in lower case. */
interface Known {
  readonly target: ColumnTarget
  readonly spellings: Map<string, 'name' | 'synonym'>
}

/** A column that feeds nothing. */
export const NO_TARGET: SuggestedColumn = { target: null, matched: 'none' }
const OUTCOME_KEYS = new Set(OUTCOME_COLUMNS.map(headerKey))

/** Maps each header by name, synonym or likeness. Several columns may claim the same target. */
export function suggestMapping(headers: readonly string[], fields: readonly Field[]): SuggestedColumn[] {
  const known = collectKnown(fields)
  return headers.map((header) => matchHeader(header.trim(), known))
}

/** The suggested columns as a mapping. */
export function suggestedMapping(columns: readonly SuggestedColumn[]): ColumnMapping {
  return columns.flatMap(({ target }, column) => (target === null ? [] : [{ column, target }]))
}

/** One string per target, for maps and sets. */
export function targetKey({ kind, name }: ColumnTarget): string {
  return `${kind} ${name}`
}

function collectKnown(fields: readonly Field[]): Map<string, Known> {
  const known = new Map<string, Known>()
  const add = (text: string, how: 'name' | 'synonym', target: ColumnTarget) => {
    const key = headerKey(text)
    if (key === '') return
    const holder = known.get(key) ?? { target, spellings: new Map() }
    known.set(key, holder)
    const spelling = text.toLowerCase()
    if (targetKey(holder.target) === targetKey(target) && !holder.spellings.has(spelling)) {
      holder.spellings.set(spelling, how)
    }
  }
  // Names of all fields before anybody's synonyms: a field's own name is never taken by another's.
  for (const { name } of fields) add(name, 'name', { kind: 'field', name })
  for (const { name, spellings } of IDENTITY_COLUMNS) {
    for (const text of spellings) add(text, text === name ? 'name' : 'synonym', { kind: 'identity', name })
  }
  for (const { name, label, synonyms } of fields) {
    for (const text of [label, ...synonyms]) add(text, 'synonym', { kind: 'field', name })
  }
  return known
}

function matchHeader(header: string, known: ReadonlyMap<string, Known>): SuggestedColumn {
  for (const key of headerKeys(header)) {
    const found = known.get(key)
    const how = found?.spellings.get(header.toLowerCase()) ?? 'likeness'
    // A model that has a field called "status" wants it; likeness is not enough for that.
    if (OUTCOME_KEYS.has(key) && how !== 'name') return NO_TARGET
    if (found) return { target: found.target, matched: how }
  }
  return NO_TARGET
}
