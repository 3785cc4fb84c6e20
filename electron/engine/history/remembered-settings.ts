/** How a file with the same columns was read before. */
import {
  type ColumnMapping,
  columnMappingSchema,
  importSettingsSchema,
  type ReadSettings,
} from '../../contract/import-settings.ts'
import type { ReadHandle } from './connection.ts'

export interface RememberedSettings {
  readonly mapping: ColumnMapping
  readonly read: ReadSettings
}

/** Those of the latest import with this header signature that was not undone; null when there is none. */
export function rememberedSettings(db: ReadHandle, headerSignature: string): RememberedSettings | null {
  const row = db
    .prepare<{ headerSignature: string }, { mapping: string; settings: string | null }>(
      `SELECT mapping, settings FROM batch WHERE header_signature = :headerSignature AND undo IS NULL
       ORDER BY id DESC LIMIT 1`,
    )
    .get({ headerSignature })
  if (!row) return null
  // What an older version wrote may not be understood any more: then the file is read as if for the first time.
  const mapping = columnMappingSchema.safeParse(JSON.parse(row.mapping))
  const settings = importSettingsSchema.safeParse(JSON.parse(row.settings ?? 'null'))
  if (!mapping.success) return null
  return { mapping: mapping.data, read: settings.success ? settings.data.read : {} }
}
