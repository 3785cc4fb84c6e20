/** What becomes of rows that are leads known already, and what is said of them. */
import { z } from 'zod'
import type { DuplicateCounts, DuplicatePolicy, Finding } from '../../../contract/importing.ts'
import { assertNever } from '../../../contract/result.ts'
import type { SupersededLead } from '../../history/lead-chunk.ts'
import type { LeadColumns } from '../../history/lead-columns.ts'
import { counted } from '../../sentences/counted.ts'
import type { RowProblem } from '../rows/row-problem.ts'
import type { DuplicateFinder, KnownLead } from './find-duplicates.ts'

/** Rows named in one finding; the others are counted. */
const ROWS = 100

const rowsSchema = z.strictObject({ count: z.number(), rows: z.array(z.number()) })
/** Rows that were known already, so far, as JSON. */
export const duplicateStateSchema = z.strictObject({
  inFile: rowsSchema,
  inHistory: rowsSchema,
  unseen: z.boolean(),
})
export type DuplicateState = z.infer<typeof duplicateStateSchema>

const NONE_YET: DuplicateState = {
  inFile: { count: 0, rows: [] },
  inHistory: { count: 0, rows: [] },
  unseen: false,
}

/** Looks whether leads are known already, and does what the user wants with them. */
export class DuplicateCheck {
  readonly #finder: DuplicateFinder
  readonly #policy: DuplicatePolicy
  readonly #state: DuplicateState
  #superseded: SupersededLead[] = []
  #changes = 0

  /** `state`: what `save` gave, to go on from there. */
  constructor(finder: DuplicateFinder, policy: DuplicatePolicy, state: DuplicateState | null = null) {
    this.#finder = finder
    this.#policy = policy
    this.#state = structuredClone(state ?? NONE_YET)
  }

  /** Takes the lead at the next place of `columns`, or says why it is not taken. */
  admit(columns: LeadColumns, row: number): RowProblem | null {
    const known = this.#finder.find(columns.identities, columns.count)
    const [first] = known
    if (first) this.#note(known, row)
    if (first && this.#policy === 'skip') return { reason: 'rows_duplicate', message: sameAs(first) }
    this.#finder.remember(row)
    if (this.#finder.full && !this.#state.unseen) {
      this.#state.unseen = true
      this.#changes++
    }
    if (first && this.#policy === 'update') {
      for (const lead of known) this.#superseded.push({ ...lead, by: row })
    }
    return null
  }

  /** After the last row: what was found stays, who was known is not needed any more. */
  close(): void {
    this.#finder.clear()
  }

  get counts(): DuplicateCounts {
    return { inFile: this.#state.inFile.count, inHistory: this.#state.inHistory.count }
  }

  /** How often something was noted; unchanged means that `findings` and `save` give the same. */
  get changes(): number {
    return this.#changes
  }

  /** Leads whose place newer ones take, since it was asked last. */
  takeSuperseded(): readonly SupersededLead[] {
    const taken = this.#superseded
    this.#superseded = []
    return taken
  }

  findings(): Finding[] {
    const { inFile, inHistory, unseen } = this.#state
    return [
      ...this.#finding(inFile, 'stands further up in the file', 'stand further up in the file'),
      ...this.#finding(inHistory, 'is in the history', 'are in the history'),
      ...(unseen ? [BEYOND_MEMORY] : []),
    ]
  }

  save(): DuplicateState {
    return this.#state
  }

  #note(known: readonly KnownLead[], row: number): void {
    const where = known.some(({ kind }) => kind === 'row') ? this.#state.inFile : this.#state.inHistory
    where.count++
    if (where.rows.length < ROWS) where.rows.push(row)
    this.#changes++
  }

  #finding({ count, rows }: DuplicateState['inFile'], one: string, many: string): Finding[] {
    if (count === 0) return []
    const fate = fateOf(this.#policy, count)
    const message = `${counted(count, 'row')} ${count === 1 ? `holds a lead that ${one}` : `hold leads that ${many}`} already: ${fate}.`
    return [{ code: 'rows_duplicate', message, rows: [...rows], count }]
  }
}

const BEYOND_MEMORY: Finding = {
  code: 'rows_duplicate',
  message:
    'There are more leads than can be compared at a time: rows that hold a lead known already may have been missed.',
}

function sameAs(lead: KnownLead): string {
  return lead.kind === 'row'
    ? `The row holds the same lead as row ${lead.row}.`
    : `The row holds a lead that is in the history already, as number ${lead.id}.`
}

function fateOf(policy: DuplicatePolicy, count: number): string {
  switch (policy) {
    case 'again':
      return count === 1 ? 'it is scored again' : 'they are scored again'
    case 'skip':
      return count === 1 ? 'it is left out' : 'they are left out'
    case 'update':
      return count === 1 ? "it takes the earlier one's place" : "they take the earlier ones' places"
    default:
      return assertNever(policy)
  }
}
