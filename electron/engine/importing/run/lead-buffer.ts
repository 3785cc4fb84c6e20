/** Holds up to a chunk's worth of leads as read, until they are scored together. */
import type { FieldValue } from '../../../../model/bundle/field.ts'
import { type Identity, NOBODY } from '../../../contract/lead.ts'
import { LEADS_PER_CHUNK } from '../../history/lead-chunk.ts'

/** Leads with very long texts are scored before the chunk is full, so that memory stays bounded. */
const MAX_BYTES = 4 * 1024 ** 2

export interface LeadBuffer {
  readonly count: number
  readonly full: boolean
  /** Bytes of the rows held. */
  readonly bytes: number
  /** Where the next lead's values go; they count once `add` is called. */
  readonly nextValues: FieldValue[]
  /** Takes the lead whose values were written to `nextValues`. */
  add(identity: Identity, row: number, bytes: number): void
  values(index: number): readonly FieldValue[]
  identity(index: number): Identity
  row(index: number): number
  clear(): void
}

/** A buffer whose rows are made once and written again and again. */
export function createLeadBuffer(fieldCount: number): LeadBuffer {
  // One more than a chunk holds: `nextValues` of a full buffer is never used but must be there.
  const values = Array.from({ length: LEADS_PER_CHUNK + 1 }, () =>
    new Array<FieldValue>(fieldCount).fill(null),
  )
  const identities = new Array<Identity>(LEADS_PER_CHUNK).fill(NOBODY)
  const rows = new Uint32Array(LEADS_PER_CHUNK)
  let count = 0
  let heldBytes = 0
  return {
    get count() {
      return count
    },
    get full() {
      return count === LEADS_PER_CHUNK || heldBytes >= MAX_BYTES
    },
    get bytes() {
      return heldBytes
    },
    get nextValues() {
      return values[count] ?? []
    },
    add(identity, row, bytes) {
      identities[count] = identity
      rows[count] = row
      heldBytes += bytes
      count++
    },
    values: (index) => values[index] ?? [],
    identity: (index) => identities[index] ?? NOBODY,
    row: (index) => rows[index] ?? 0,
    clear() {
      count = 0
      heldBytes = 0
    },
  }
}
