/** The leads of a window, some of their fields at a time: memory is bounded, however many there are. */
import type { Field } from '../../../../model/bundle/field.ts'
import type { ReadHandle } from '../../history/connection.ts'
import type { LeadsByField, SampleColumn } from './lead-sample.ts'
import { readWindow } from './read-window.ts'
import { countLeads, type WindowChunk } from './window-chunks.ts'

/** Room for the columns that are held at once: all 19 fields of a million leads, which are then read in one go. */
const COLUMN_BYTES = 100e6
const NUMBER_BYTES = 4

/** How leads are read. */
export interface ReadingOptions {
  /** Room for the columns that are held at once. */
  readonly columnBytes?: number | undefined
  /** See `readWindow`. */
  readonly beforeChunk?: (() => void) | undefined
}

/** Leads of the window were taken out of the history before all of their fields were read. */
export class LeadsRemoved extends Error {
  constructor() {
    super('leads of the window were removed while it was read')
    this.name = 'LeadsRemoved'
  }
}

/**
 * Reads the first fields of the leads of these chunks, in the running transaction, and others when they are asked for. What
 * is read later is of the same moment: inputs of a lead never change, and when leads were removed meanwhile asking throws
 * `LeadsRemoved`, upon which the caller begins anew.
 */
export function readByField(
  db: ReadHandle,
  fields: readonly Field[],
  chunks: readonly WindowChunk[],
  { columnBytes = COLUMN_BYTES, beforeChunk }: ReadingOptions = {},
): LeadsByField {
  const count = countLeads(chunks)
  const removed = () => db.prepare<[], number>('SELECT ifnull(sum(removed), 0) FROM batch').pluck().get()
  const readFrom = (first: number) => {
    const some = fields.slice(first, endOfPart(fields, first, columnBytes / Math.max(count, 1)))
    const { columns, scores } = readWindow(db, some, chunks, beforeChunk)
    return { first, columns, scores }
  }
  const removedBefore = removed()
  const readOn = db.transaction((first: number) => {
    if (removed() !== removedBefore) throw new LeadsRemoved()
    return readFrom(first)
  })
  const { scores, ...part } = readFrom(0)
  let held: { readonly first: number; readonly columns: readonly SampleColumn[] } | null = part
  const column = (index: number): SampleColumn => {
    const known = held?.columns[index - held.first]
    if (known) return known
    // Let go of before others are read.
    held = null
    const { first, columns } = readOn(index)
    held = { first, columns }
    return columns[0] ?? refuseField(index)
  }
  return { count, scores, column }
}

/** The field after the last one that still has room; at least one has. */
function endOfPart(fields: readonly Field[], first: number, bytesPerLead: number): number {
  let left = bytesPerLead
  for (let index = first; index < fields.length; index += 1) {
    left -= fields[index]?.type === 'text' ? 2 * NUMBER_BYTES : NUMBER_BYTES
    if (left < 0) return Math.max(index, first + 1)
  }
  return fields.length
}

function refuseField(index: number): never {
  throw new RangeError(`there is no field ${index}`)
}
