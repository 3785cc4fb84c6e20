/** The inputs of predictions, read out of their chunks. */
import { setImmediate as nextRound } from 'node:timers/promises'
import type { FieldValue } from '../../../model/bundle/field.ts'
import type { ReadHandle } from './connection.ts'
import { decodeRecords, recordReader } from './record-codec.ts'

export interface LeadInputs {
  /** One prediction's values, in the field order of the model that scored it; empty when there are none. */
  one(id: number): readonly FieldValue[]
  /** Those of many, by id. Each chunk is decoded once; the thread is left to others in between. */
  many(ids: readonly number[]): Promise<ReadonlyMap<number, readonly FieldValue[]>>
}

interface OpenChunk {
  readonly firstId: number
  readonly count: number
  readonly read: (index: number) => FieldValue[]
}

/** The inputs of a history. */
export function createLeadInputs(db: ReadHandle): LeadInputs {
  const select = db.prepare<{ id: number }, { firstId: number; count: number; records: Uint8Array }>(
    `SELECT first_id AS firstId, count, records FROM input_chunk
     WHERE first_id <= :id ORDER BY first_id DESC LIMIT 1`,
  )

  function open(id: number): OpenChunk | null {
    const chunk = select.get({ id })
    if (!chunk || id >= chunk.firstId + chunk.count) return null
    return { ...chunk, read: recordReader(decodeRecords(chunk.records)) }
  }

  return {
    one(id) {
      const chunk = open(id)
      return chunk ? chunk.read(id - chunk.firstId) : []
    },
    async many(ids) {
      const values = new Map<number, readonly FieldValue[]>()
      let chunk: OpenChunk | null = null
      for (const id of ids.toSorted((a, b) => a - b)) {
        if (!chunk || id >= chunk.firstId + chunk.count) {
          await nextRound()
          chunk = open(id)
        }
        values.set(id, chunk ? chunk.read(id - chunk.firstId) : [])
      }
      return values
    },
  }
}
