/** Brings a history to the schema of this app. */
import { join } from 'node:path'
import { refuse } from '../../contract/result.ts'
import type { Clock } from '../platform/clock.ts'
import type { Files } from '../platform/files.ts'
import { APPLICATION_ID, type ReadHandle, type WriteHandle } from './connection.ts'
import { copyVerified } from './copy-verified.ts'
import type { Migration } from './migrations/index.ts'

export interface MigrateOptions {
  readonly migrations: readonly Migration[]
  /** Where the copy of an existing history goes before it is changed. */
  readonly backupFolder: string
  readonly files: Files
  readonly clock: Clock
}

/** The schema's version: 0 for an empty file. */
export function schemaVersion(db: ReadHandle): number {
  return Number(db.pragma('user_version', { simple: true }))
}

/** Refuses a file that is not a history, or one made by a newer app. Reads only. */
export function checkSchema(db: ReadHandle, migrations: readonly Migration[]): 'empty' | 'older' | 'current' {
  const version = schemaVersion(db)
  const application = Number(db.pragma('application_id', { simple: true }))
  const newest = migrations.at(-1)?.version ?? 0
  const empty = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0
  if (version === 0 && application === 0 && empty) return 'empty'
  if (application !== APPLICATION_ID) {
    refuse(
      'history_foreign',
      'The history file belongs to another program.',
      'It was left as it is. Choose another data folder.',
    )
  }
  if (version > newest) {
    refuse(
      'history_newer',
      'This history was written by a newer version of Leadlight.',
      'Nothing was changed. Update the app to open it.',
      { schemaVersion: version, newestKnown: newest },
    )
  }
  return version < newest ? 'older' : 'current'
}

/** Migrates in one transaction; before that, an existing history is copied and the copy checked. */
export async function migrate(db: WriteHandle, options: MigrateOptions): Promise<void> {
  const state = checkSchema(db, options.migrations)
  if (state === 'current') return
  const from = schemaVersion(db)
  if (state === 'older') {
    const stamp = new Date(options.clock.nowMs()).toISOString().replaceAll(/[:.]/g, '-')
    const copy = join(options.backupFolder, `before-migration-from-${from}-${stamp}.db`)
    await copyVerified(db, copy, options.files)
  }
  const pending = options.migrations.filter(({ version }) => version > from)
  db.transaction(() => {
    for (const { sql, fill, version } of pending) {
      db.exec(sql)
      fill?.(db)
      db.pragma(`user_version = ${version}`)
    }
    db.pragma(`application_id = ${APPLICATION_ID}`)
  }).exclusive()
}
