/** Who is in the history: for telling rows of a file that are known already. */
import type { ReadHandle } from './connection.ts'

export type VisitKnownLead = (
  id: number,
  batch: number | null,
  row: number | null,
  name: string | null,
  company: string | null,
  email: string | null,
  link: string | null,
) => void

type KnownLead = Parameters<VisitKnownLead>

/** A few milliseconds a slice: the user may cancel in between. */
const LEADS_AT_ONCE = 4096

/**
 * Visits every lead whose place no other has taken and that is not about to be taken out, by ascending id; answers
 * whether it came to the end. For an import that goes on, `resuming`, also those whose places it has taken itself: it
 * knew them when it began.
 */
export function readKnownLeads(
  db: ReadHandle,
  visit: VisitKnownLead,
  cancelled: () => boolean = () => false,
  resuming: number | null = null,
): boolean {
  // Arrays, and each written once: a million leads are a million of them.
  const select = db
    .prepare<{ after: number; limit: number; resuming: number }, KnownLead>(
      `SELECT id, batch_id, row_number, name, company, email, link FROM prediction
       WHERE id > :after AND NOT EXISTS (SELECT 1 FROM superseded
                                         WHERE superseded.id = prediction.id AND by_batch <> :resuming)
         AND NOT (outcome IS NULL AND batch_id IN (SELECT id FROM batch WHERE undo = 'undoing'))
       ORDER BY id LIMIT :limit`,
    )
    .raw()
  for (let after = 0; !cancelled(); ) {
    const leads = select.all({ after, limit: LEADS_AT_ONCE, resuming: resuming ?? 0 })
    for (const [id, batch, row, name, company, email, link] of leads) {
      visit(id, batch, row, name, company, email, link)
    }
    const last = leads.at(-1)
    if (!last || leads.length < LEADS_AT_ONCE) return true
    after = last[0]
  }
  return false
}
