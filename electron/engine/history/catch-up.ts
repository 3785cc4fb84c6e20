/** Work nobody waits for: packs times, ranks what an ended import left unranked, and makes words of batches searchable. */
import { fillSearch } from './fill-search.ts'
import type { HistoryWriter } from './history-writer.ts'
import { rankBatch } from './rank-batch.ts'

/** Batches nobody is working on. */
const ENDED = "state <> 'running' AND undo IS NOT 'undoing'"

/**
 * Brings the order by score and the search up to what is stored, in slices. Gives way to whoever wants to change the
 * lists, stops while a file is being imported, and never fails: what is left waits for the next call.
 */
export async function catchUp(history: HistoryWriter, stopped: () => boolean): Promise<void> {
  const { db, imports, lists, packer, transaction, turns } = history
  const next = (what: string) =>
    db.prepare<[], number>(`SELECT id FROM batch WHERE ${what} AND ${ENDED} ORDER BY id LIMIT 1`).pluck()
  const [nextUnranked, nextUnsearchable] = [next('ranked = 0'), next('searchable = 0')]
  const pause = () => turns.pause()
  const leave = () => stopped() || imports.size > 0

  /** Does a part, alone with the lists; answers whether there may be more. */
  async function doSome(): Promise<boolean> {
    const unranked = nextUnranked.get()
    if (unranked !== undefined) {
      return rankBatch(db, unranked, { pause, onProgress: () => {}, stopped: leave })
    }
    const unsearchable = nextUnsearchable.get()
    if (unsearchable === undefined) return false
    await fillSearch(db, unsearchable, { pause, giveWay: () => lists.wanted || leave() })
    return true
  }

  try {
    while (!leave() && transaction(() => packer.packSome())) await pause()
    while (!leave() && (await lists.exclusive(doSome)));
  } catch {
    // Nothing is lost: it is tried again after the next import or at the next start, and a failing disk says so at the
    // next save.
  }
}
