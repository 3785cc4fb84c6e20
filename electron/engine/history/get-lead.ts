/** One lead with everything known about it. */
import type { LeadDetail } from '../../contract/history.ts'
import type { LatencyMs } from '../../contract/lead.ts'
import { refuse } from '../../contract/result.ts'
import { toLeadFields } from '../scoring/read-lead.ts'
import type { ReadHandle } from './connection.ts'
import type { LeadInputs } from './lead-inputs.ts'
import type { LeadRows } from './lead-rows.ts'

/** Refuses an id that is not in the history. */
export function getLead(db: ReadHandle, rows: LeadRows, inputs: LeadInputs, id: number): LeadDetail {
  const row = rows.get(id) ?? refuseUnknownLead(id)
  const fileName = db
    .prepare<{ batch: number | null }, string>('SELECT file_name FROM batch WHERE id = :batch')
    .pluck()
    .get({ batch: row.batch })
  return {
    ...row,
    fields: toLeadFields(rows.manifestOf(id).fields, inputs.one(id)),
    latencyMs: readLatency(db, id),
    fileName: fileName ?? null,
  }
}

/** The lead's share of the operation that scored it. */
function readLatency(db: ReadHandle, id: number): LatencyMs {
  const operation = db
    .prepare<{ id: number }, { rows: number; features: number; inference: number; storage: number | null }>(
      `SELECT rows, features_us AS features, inference_us AS inference, storage_us AS storage FROM operation
       WHERE first_prediction_id <= :id AND last_prediction_id >= :id
       ORDER BY first_prediction_id DESC LIMIT 1`,
    )
    .get({ id })
  if (!operation) return { features: 0, inference: 0, storage: 0, total: 0 }
  const share = (us: number | null) => (us ?? 0) / 1000 / Math.max(1, operation.rows)
  const [features, inference, storage] = [operation.features, operation.inference, operation.storage].map(
    share,
  )
  return sumLatency(features ?? 0, inference ?? 0, storage ?? 0)
}

function sumLatency(features: number, inference: number, storage: number): LatencyMs {
  return { features, inference, storage, total: features + inference + storage }
}

/** Says that a lead is not in the history. */
export function refuseUnknownLead(id: number): never {
  refuse('lead_unknown', `There is no lead ${id} in the history.`, 'It may have been erased.')
}
