/** Writes the rows of predictions. */
import type { WriteHandle } from './connection.ts'
import type { LeadChunk } from './lead-chunk.ts'
import { fromTextColumn, splitTexts } from './text-column.ts'

/** What all predictions of a chunk have in common. */
export interface ChunkPlace {
  readonly firstId: number
  /** Null for a lead typed in. */
  readonly batch: number | null
  readonly model: number
  readonly scoredAt: number
}

/** Rows in one statement: a third less time than one by one; more gain nothing. */
const ROWS_AT_ONCE = 16

type Cell = number | string | null
type Shared = Readonly<Record<'firstId' | 'batch' | 'model' | 'scoredAt', number | null>>

/** Inserts the predictions of a chunk, in the running transaction. */
export function createPredictionWriter(db: WriteHandle): (chunk: LeadChunk, place: ChunkPlace) => void {
  // Positions instead of names for what differs from row to row, here and only here: names would take half as long
  // again. What the rows share is bound once.
  const insert = (rows: number) => {
    const row = (_: unknown, index: number) =>
      `(:firstId + ${index}, :batch, :scoredAt, :model, ?, ?, ?, ?, ?, ?, ?)`
    return db.prepare<(Cell | Shared)[]>(
      `INSERT INTO prediction (id, batch_id, scored_at, model_id, score, row_number, name, company, email, link, title)
       VALUES ${Array.from({ length: rows }, row).join(', ')}`,
    )
  }
  const insertOne = insert(1)
  const insertMany = insert(ROWS_AT_ONCE)

  return (chunk, place) => {
    const rowAt = rowReader(chunk, place)
    for (let index = 0; index < chunk.count; ) {
      const rows = index + ROWS_AT_ONCE <= chunk.count ? ROWS_AT_ONCE : 1
      const shared = { ...place, firstId: place.firstId + index }
      const cells: Cell[] = []
      for (const end = index + rows; index < end; index += 1) rowAt(index, cells)
      ;(rows === 1 ? insertOne : insertMany).run(...cells, shared)
    }
  }
}

/** Appends the cells of one row: its score, its row in the file, and its texts. */
function rowReader({ scores, rowNumbers, ...texts }: LeadChunk, { batch }: ChunkPlace) {
  const [name, company, email, link, title] = [
    texts.name,
    texts.company,
    texts.email,
    texts.link,
    texts.title,
  ].map((column) => splitTexts(fromTextColumn(column)))
  return (index: number, cells: Cell[]): void => {
    cells.push(
      scores[index] ?? null,
      batch === null ? null : (rowNumbers[index] ?? null),
      name?.[index] ?? null,
      company?.[index] ?? null,
      email?.[index] ?? null,
      link?.[index] ?? null,
      title?.[index] ?? null,
    )
  }
}
