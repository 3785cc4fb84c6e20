/** What is known of the soundness of the database: the result of the last check, kept with the history. */
import { z } from 'zod'
import type { HealthReport } from '../../../contract/performance.ts'
import type { ReadHandle } from '../../history/connection.ts'
import { readSetting } from '../../history/settings.ts'

/** The result of a check, with its moment. */
export type Integrity = NonNullable<HealthReport['integrity']>

/** The name under which it is kept. */
export const INTEGRITY_SETTING = 'integrity'

const integritySchema = z.object({ checkedAt: z.string(), ok: z.boolean(), sentence: z.string() })

/** The last check; null when there was none. */
export function readIntegrity(db: ReadHandle): Integrity | null {
  const parsed = integritySchema.safeParse(readSetting(db, INTEGRITY_SETTING))
  return parsed.success ? parsed.data : null
}

/** The result of a check in words; `found` is `ok` or what SQLite said. */
export function describeIntegrity(found: string, nowMs: number): Integrity {
  const ok = found === 'ok'
  return {
    checkedAt: new Date(nowMs).toISOString(),
    ok,
    sentence: ok
      ? 'Every page of the database was read and found sound.'
      : `The database is damaged (${found}). Make a copy of the data folder, then restore a backup.`,
  }
}
