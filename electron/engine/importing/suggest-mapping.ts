/** Suggests which column feeds what, from the header alone. */
import type { Field } from '../../../model/bundle/field.ts'
import type { ColumnMapping, ColumnTarget, FileColumn } from '../../contract/importing.ts'
import { headerKey, headerKeys } from './header-key.ts'
import { IDENTITY_COLUMNS, OUTCOME_COLUMNS } from './identity-columns.ts'

export type SuggestedColumn = Pick<FileColumn, 'target' | 'matched'>

/** A second column that could feed what another one feeds already. */
export interface AmbiguousColumn {
  readonly target: ColumnTarget
  readonly kept: number
  readonly other: number
}

export interface Suggestion {
  /** One per column. */
  readonly columns: readonly SuggestedColumn[]
  readonly ambiguous: readonly AmbiguousColumn[]
}

interface Spelling {
  readonly text: string
  readonly how: 'name' | 'synonym'
  readonly target: ColumnTarget
}

const NONE: SuggestedColumn = { target: null, matched: 'none' }
const OUTCOME_KEYS = new Set(OUTCOME_COLUMNS.map(headerKey))

/** Maps each header by name, synonym or likeness; where two claim the same target, the first column keeps it. */
export function suggestMapping(headers: readonly string[], fields: readonly Field[]): Suggestion {
  const spellings = collectSpellings(fields)
  const holders = new Map<string, number>()
  const ambiguous: AmbiguousColumn[] = []
  const columns = headers.map((header, column): SuggestedColumn => {
    const match = matchHeader(header.trim(), spellings)
    if (match.target === null) return match
    const key = targetKey(match.target)
    const kept = holders.get(key)
    if (kept === undefined) {
      holders.set(key, column)
      return match
    }
    ambiguous.push({ target: match.target, kept, other: column })
    return NONE
  })
  return { columns, ambiguous }
}

/** The suggestion as a mapping. */
export function suggestedMapping({ columns }: Suggestion): ColumnMapping {
  return columns.flatMap(({ target }, column) => (target === null ? [] : [{ column, target }]))
}

/** One string per target, for maps and sets. */
export function targetKey({ kind, name }: ColumnTarget): string {
  return `${kind} ${name}`
}

function collectSpellings(fields: readonly Field[]): Map<string, Spelling> {
  const spellings = new Map<string, Spelling>()
  const add = (text: string, how: Spelling['how'], target: ColumnTarget) => {
    const key = headerKey(text)
    if (key !== '' && !spellings.has(key)) spellings.set(key, { text, how, target })
  }
  // Names of all fields before anybody's synonyms: a field's own name is never taken by another's.
  for (const { name } of fields) add(name, 'name', { kind: 'field', name })
  for (const { name, spellings: texts } of IDENTITY_COLUMNS) {
    for (const text of texts) add(text, text === name ? 'name' : 'synonym', { kind: 'identity', name })
  }
  for (const { name, label, synonyms } of fields) {
    for (const text of [label, ...synonyms]) add(text, 'synonym', { kind: 'field', name })
  }
  return spellings
}

function matchHeader(header: string, spellings: ReadonlyMap<string, Spelling>): SuggestedColumn {
  for (const key of headerKeys(header)) {
    const spelling = spellings.get(key)
    const exact = spelling !== undefined && spelling.text.toLowerCase() === header.toLowerCase()
    // A model that has a field called "status" wants it; likeness is not enough for that.
    if (OUTCOME_KEYS.has(key) && !(exact && spelling.how === 'name')) return NONE
    if (spelling) return { target: spelling.target, matched: exact ? spelling.how : 'likeness' }
  }
  return NONE
}
