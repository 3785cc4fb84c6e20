/** Puts single leads into the order by score and into the search index. */
import type { WriteHandle } from './connection.ts'
import { LISTED } from './unranked.ts'

export interface LeadLister {
  /** Ranks a stored lead, in the running transaction. */
  rank(id: number, score: number): void
  /**
   * Adds the words of leads ranked since the last time, in the running transaction. Not done with the lead itself:
   * somebody waits for that commit, and the search index makes it a third longer.
   */
  indexNew(): void
}

/** The lister of a history. */
export function createLeadLister(db: WriteHandle): LeadLister {
  const rank = db.prepare<{ id: number; score: number }>(
    'INSERT INTO ranking (score, id) VALUES (:score, :id)',
  )
  // Chunks of leads typed in hold one lead each. The mark is in the database: a kill in between loses no words.
  const index = db.prepare(
    `INSERT INTO search (rowid, name, company, email, title)
     SELECT id, name, company, email, title FROM prediction
     WHERE id IN (SELECT first_id FROM input_chunk
                  WHERE first_id > (SELECT searchable_to FROM about) AND batch_id IS NULL) AND ${LISTED}`,
  )
  const mark = db.prepare('UPDATE about SET searchable_to = next_prediction_id - 1')
  return {
    rank: (id, score) => {
      rank.run({ id, score })
    },
    indexNew() {
      if (index.run().changes > 0) mark.run()
    },
  }
}
