/** Rejected rows of an import, as they stand in its file. */
import { z } from 'zod'
import { type ImportSettings, importSettingsSchema } from '../../contract/import-settings.ts'
import type { ReadHandle } from './connection.ts'
import type { ChunkReject } from './lead-chunk.ts'
import { refuseUnknownBatch } from './resumable-batch.ts'

/** The file that rejected rows came from, as far as a file of them needs it. */
export interface RejectedFrom {
  readonly fileName: string
  /** Where the file was, null when that is not known. */
  readonly filePath: string | null
  /** Null when an older version of Leadlight made the import. */
  readonly headers: readonly string[] | null
  readonly headerText: string | null
  readonly settings: ImportSettings | null
  readonly undone: boolean
}

/** Where the rejected rows of an import came from; refuses an import that is not there. */
export function readRejectedFrom(db: ReadHandle, batch: number): RejectedFrom {
  const row = db
    .prepare<
      { batch: number },
      Record<'fileName', string> &
        Record<'filePath' | 'headers' | 'headerText' | 'settings' | 'undo', string | null>
    >(
      `SELECT file_name AS fileName, file_path AS filePath, headers, header_text AS headerText, settings, undo
       FROM batch WHERE id = :batch`,
    )
    .get({ batch })
  if (!row) refuseUnknownBatch(batch)
  const { fileName, filePath, headerText, undo } = row
  return {
    fileName,
    filePath,
    headers: z
      .array(z.string())
      .nullable()
      .parse(JSON.parse(row.headers ?? 'null')),
    headerText,
    settings: importSettingsSchema.nullable().parse(JSON.parse(row.settings ?? 'null')),
    undone: undo !== null,
  }
}

/** The numbers of an import's rejected rows, ascending. */
export function readRejectedRows(db: ReadHandle, batch: number): Uint32Array {
  const select = db.prepare<{ batch: number }, number>(
    'SELECT row_number FROM reject WHERE batch_id = :batch ORDER BY row_number',
  )
  return Uint32Array.from(select.pluck().iterate({ batch }))
}

/** A row may be megabytes long. */
const ROWS_AT_ONCE = 64

/** Rejected rows in the order of the file, a few at a time: the thread may answer others in between. */
export function* readRejects(db: ReadHandle, batch: number): Generator<ChunkReject, undefined> {
  const select = db.prepare<{ batch: number; after: number; limit: number }, ChunkReject>(
    `SELECT row_number AS row, reason, message, text FROM reject
     WHERE batch_id = :batch AND row_number > :after ORDER BY row_number LIMIT :limit`,
  )
  for (let after = 0; ; ) {
    const rows = select.all({ batch, after, limit: ROWS_AT_ONCE })
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < ROWS_AT_ONCE) return
    after = last.row
  }
}
