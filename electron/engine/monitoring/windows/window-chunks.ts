/** Which leads a window holds, chunk by chunk. */
import type { Window } from '../../../contract/windows.ts'
import type { ReadHandle } from '../../history/connection.ts'
import { LISTED } from '../../history/unranked.ts'
import { type TimeRange, windowRange } from './window-range.ts'

/** A chunk with leads of a window. */
export interface WindowChunk {
  readonly firstId: number
  /** Number of the model that scored it, and of its import; null for a lead typed in. */
  readonly model: number
  readonly batch: number | null
  readonly scoredAtMs: number
  /** The score of each lead; NaN for one that is not in the window. */
  readonly scores: Float32Array
  /** How many are. */
  readonly leads: number
}

type StoredChunk = readonly [
  firstId: number,
  count: number,
  batch: number | null,
  model: number,
  scoredAt: number | null,
  scores: Buffer | null,
]

/** All leads of a chunk were scored at one moment, that of the group they were stored with. */
const SELECT = `
  SELECT first_id, count, batch_id, model_id,
         (SELECT scored_at FROM prediction WHERE id >= first_id AND id < first_id + count LIMIT 1), scores
  FROM input_chunk LEFT JOIN chunk_scores USING (first_id)`

/** The chunks that hold leads of a window, by id. Leads in no list are left out. */
export function windowChunks(db: ReadHandle, window: Window, nowMs: number): readonly WindowChunk[] {
  if (window.kind === 'last') return lastLeads(db, window.count)
  const chunks: WindowChunk[] = []
  for (const chunk of listedChunks(db, window, 'ASC', windowRange(window, nowMs))) chunks.push(chunk)
  return chunks
}

/** How many leads chunks hold. */
export function countLeads(chunks: readonly WindowChunk[]): number {
  return chunks.reduce((sum, { leads }) => sum + leads, 0)
}

function lastLeads(db: ReadHandle, count: number): readonly WindowChunk[] {
  const chunks: WindowChunk[] = []
  let wanted = count
  for (const chunk of listedChunks(db, { kind: 'all' }, 'DESC', null)) {
    chunks.push(chunk.leads <= wanted ? chunk : keepLast(chunk, wanted))
    wanted -= chunk.leads
    if (wanted <= 0) break
  }
  return chunks.reverse()
}

function keepLast(chunk: WindowChunk, count: number): WindowChunk {
  const scores = chunk.scores.slice()
  let surplus = chunk.leads - count
  for (let i = 0; surplus > 0; i += 1) {
    if (Number.isNaN(scores[i])) continue
    scores[i] = Number.NaN
    surplus -= 1
  }
  return { ...chunk, scores, leads: count }
}

function* listedChunks(
  db: ReadHandle,
  window: Window,
  order: 'ASC' | 'DESC',
  range: TimeRange | null,
): Generator<WindowChunk> {
  const batch = window.kind === 'batch' ? window.batch : null
  const select = db
    .prepare<Record<string, number>, StoredChunk>(
      `${SELECT} ${batch === null ? '' : 'WHERE batch_id = :batch'} ORDER BY first_id ${order}`,
    )
    .raw()
  const typedIn = typedInScores(db)
  for (const [firstId, count, ofBatch, model, scoredAt, bytes] of select.iterate(
    batch === null ? {} : { batch },
  )) {
    if (scoredAt === null) continue
    if (range && (scoredAt < range.fromMs || scoredAt >= range.beforeMs)) continue
    const scores = bytes ? toScores(bytes) : typedIn(firstId, count)
    const leads = countNumbers(scores)
    if (leads > 0) yield { firstId, model, batch: ofBatch, scoredAtMs: scoredAt, scores, leads }
  }
}

/** Scores of leads typed in, which no chunk keeps beside it. */
function typedInScores(db: ReadHandle): (firstId: number, count: number) => Float32Array {
  const select = db
    .prepare<{ firstId: number; count: number }, [id: number, score: number]>(
      `SELECT id, score FROM prediction WHERE id >= :firstId AND id < :firstId + :count AND ${LISTED}`,
    )
    .raw()
  return (firstId, count) => {
    const scores = new Float32Array(count).fill(Number.NaN)
    for (const [id, score] of select.all({ firstId, count })) scores[id - firstId] = score
    return scores
  }
}

function toScores(bytes: Buffer): Float32Array {
  // Its own memory: a buffer may begin where no number may.
  return new Float32Array(new Uint8Array(bytes).buffer)
}

function countNumbers(values: Float32Array): number {
  let count = 0
  for (let i = 0; i < values.length; i += 1) if (!Number.isNaN(values[i])) count += 1
  return count
}
