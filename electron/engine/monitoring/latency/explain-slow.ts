/** Why a scoring was slow, as far as the history knows. */
import type { SlowOperation } from '../../../contract/performance.ts'
import type { ReadHandle } from '../../history/connection.ts'
import type { SlowFound } from './slowest-operations.ts'

/** An import stores its groups at least this often. */
const GROUP_MS = 1000

/** Adds the lead and the cause to slow operations. */
export function explainSlow(db: ReadHandle, found: readonly SlowFound[]): readonly SlowOperation[] {
  const leadOf = db
    .prepare<{ id: number }, number | null>('SELECT first_prediction_id FROM operation WHERE id = :id')
    .pluck()
  const causeOf = createCauses(db)
  return found.map((operation) => {
    const { id, startedAtMs: _, ...shown } = operation
    const lead = operation.operation === 'single' ? (leadOf.get({ id }) ?? null) : null
    return { ...shown, lead, cause: causeOf(operation) }
  })
}

function createCauses(db: ReadHandle): (operation: SlowFound) => string | null {
  const importAt = db
    .prepare<{ from: number; to: number }, string>(
      `SELECT file_name FROM operation JOIN batch ON batch.id = batch_id
       WHERE kind = 'import' AND operation.started_at BETWEEN :from AND :to LIMIT 1`,
    )
    .pluck()
  const openedBefore = db
    .prepare<{ at: number }, number>(
      'SELECT opened_at FROM opening WHERE opened_at <= :at ORDER BY opened_at DESC LIMIT 1',
    )
    .pluck()
  const scoredSince = db
    .prepare<{ id: number; opened: number }, number>(
      `SELECT EXISTS (SELECT 1 FROM (
         SELECT started_at FROM operation WHERE id < :id AND kind = 'lead' ORDER BY id DESC LIMIT 1
       ) WHERE started_at >= :opened)`,
    )
    .pluck()
  return ({ id, operation, startedAtMs: at, totalMs }) => {
    if (operation === 'batch') return null
    const opened = openedBefore.get({ at })
    if (opened !== undefined && scoredSince.get({ id, opened }) === 0) {
      return 'It was the first score after the start of the app.'
    }
    const fileName = importAt.get({ from: at - GROUP_MS, to: at + totalMs + GROUP_MS })
    return fileName === undefined ? null : `${fileName} was being imported at the time.`
  }
}
