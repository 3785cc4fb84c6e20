/** Leads whose place in the call list a newer lead takes ("update"). Their predictions stay in the history. */
import type { BatchRows } from './batch-rows.ts'
import type { WriteHandle } from './connection.ts'
import type { SupersededLead } from './lead-chunk.ts'
import { createListPlaces } from './list-places.ts'
import type { RankOptions } from './ranking-work.ts'

/** Leads taken out of the lists in one transaction. */
const LEADS_PER_SLICE = 512

/** Writes down who takes whose place, in the running transaction. Until the batch has ended, both are listed. */
export type NoteSuperseded = (batch: number, leads: readonly SupersededLead[], rows: BatchRows) => void

/** Remembers superseded leads of a history. */
export function createSupersededNotes(db: WriteHandle): NoteSuperseded {
  // A lead may be gone meanwhile, and of two that take its place the first one counts.
  const note = db.prepare<{ id: number; by: number; batch: number }>(
    `INSERT INTO superseded (id, by_id, by_batch) SELECT id, :by, :batch FROM prediction WHERE id = :id
     ON CONFLICT DO NOTHING`,
  )
  return (batch, leads, rows) => {
    const idOf = (row: number): number => {
      const id = rows.find(row)
      if (id === null) throw new RangeError(`row ${row} of batch ${batch} was not stored`)
      return id
    }
    for (const lead of leads) {
      note.run({ id: lead.kind === 'lead' ? lead.id : idOf(lead.row), by: idOf(lead.by), batch })
    }
  }
}

/** Takes the leads that a batch superseded out of the lists, in slices; answers whether it came to the end. */
export async function takeOutSuperseded(
  db: WriteHandle,
  batch: number,
  { pause, stopped }: Pick<RankOptions, 'pause' | 'stopped'>,
): Promise<boolean> {
  const { takeOut } = createListPlaces(db)
  const listed = db
    .prepare<{ batch: number; limit: number }, number>(
      'SELECT id FROM superseded WHERE by_batch = :batch AND listed = 1 ORDER BY id LIMIT :limit',
    )
    .pluck()
  const mark = db.prepare<{ ids: string }>(
    'UPDATE superseded SET listed = 0 WHERE id IN (SELECT value FROM json_each(:ids))',
  )
  const takeSlice = db.transaction((): number => {
    const ids = listed.all({ batch, limit: LEADS_PER_SLICE })
    takeOut(ids)
    mark.run({ ids: JSON.stringify(ids) })
    return ids.length
  })
  while (!stopped()) {
    if (takeSlice() < LEADS_PER_SLICE) return true
    await pause()
  }
  return false
}
