/** Gives leads their places in the call list back when the leads that took them are undone. */
import type { WriteHandle } from './connection.ts'
import { createListPlaces } from './list-places.ts'
import type { Slices } from './slices.ts'
import { WORKED_WITH } from './worked-with.ts'

const LEADS_PER_SLICE = 512

interface Superseded {
  readonly id: number
  readonly byId: number
  readonly byBatch: number
}

/**
 * Brings back what a batch superseded, before its own leads go; answers whether it came to the end. Where the newer lead
 * has itself been superseded by another import's, the older one stays out for that one; where it is kept, for it.
 */
export async function bringBackSuperseded(
  db: WriteHandle,
  batch: number,
  { transaction, pause, stopped }: Slices,
): Promise<boolean> {
  const bringBack = slice(db, batch)
  for (let after: number | null = 0; after !== null; ) {
    if (stopped()) return false
    const from: number = after
    after = transaction(() => bringBack(from))
    await pause()
  }
  return true
}

/** One slice of ids after a given one; gives the last id, null when there are no more. */
function slice(db: WriteHandle, batch: number): (after: number) => number | null {
  const { takeOut, putBack } = createListPlaces(db)
  // A row that goes with the batch itself needs no place.
  const select = db.prepare<{ batch: number; after: number; limit: number }, Superseded>(
    `SELECT superseded.id, by_id AS byId, by_batch AS byBatch
     FROM superseded JOIN prediction USING (id)
     WHERE by_batch = :batch AND superseded.id > :after AND (batch_id IS NOT :batch OR ${WORKED_WITH})
     ORDER BY superseded.id LIMIT :limit`,
  )
  const heirOf = createHeirs(db, batch)
  const isListed = db.prepare<{ id: number }, number>('SELECT listed FROM superseded WHERE id = :id').pluck()
  const forget = db.prepare<{ id: number }>('DELETE FROM superseded WHERE id = :id')
  const inherit = db.prepare<Superseded>(
    'UPDATE superseded SET by_id = :byId, by_batch = :byBatch, listed = 0 WHERE id = :id',
  )

  return (after) => {
    const found = select.all({ batch, after, limit: LEADS_PER_SLICE })
    const back: number[] = []
    for (const lead of found) {
      const heir = heirOf(lead)
      const wasOut = isListed.get({ id: lead.id }) === 0
      if (heir === null) {
        forget.run({ id: lead.id })
        if (wasOut) back.push(lead.id)
      } else {
        // The batch may have been stopped before it took out what it superseded.
        if (!wasOut) takeOut([lead.id])
        inherit.run({ id: lead.id, ...heir })
      }
    }
    putBack(back)
    return found.length < LEADS_PER_SLICE ? null : (found.at(-1)?.id ?? null)
  }
}

/** Finds the lead that has a superseded one's place when the batch is gone; null when there is none. */
function createHeirs(db: WriteHandle, batch: number) {
  const isKept = db
    .prepare<{ id: number }, number>(`SELECT ${WORKED_WITH} FROM prediction WHERE id = :id`)
    .pluck()
  const next = db.prepare<{ id: number }, Pick<Superseded, 'byId' | 'byBatch'>>(
    'SELECT by_id AS byId, by_batch AS byBatch FROM superseded WHERE id = :id',
  )
  return ({ byId, byBatch }: Superseded): Pick<Superseded, 'byId' | 'byBatch'> | null => {
    let heir: Pick<Superseded, 'byId' | 'byBatch'> | undefined = { byId, byBatch }
    while (heir && heir.byBatch === batch && isKept.get({ id: heir.byId }) !== 1) {
      heir = next.get({ id: heir.byId })
    }
    return heir ?? null
  }
}
