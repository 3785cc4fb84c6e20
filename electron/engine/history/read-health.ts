/** How data and engine are doing. */
import type { Manifest } from '../../../model/bundle/manifest.ts'
import type { Health } from '../../contract/history.ts'
import type { Clock } from '../platform/clock.ts'
import { type ReadHandle, sqliteVersion } from './connection.ts'
import { schemaVersion } from './migrate.ts'
import { countStored } from './score-rollup.ts'

const MS_PER_DAY = 86_400_000

/** Reads the health of a history; `databaseBytes` is what its files take on the disk. */
export function readHealth(db: ReadHandle, databaseBytes: number, model: Manifest, clock: Clock): Health {
  const batches = db.prepare<[], number>('SELECT count(*) FROM batch').pluck().get()
  return {
    predictions: countStored(db),
    batches: batches ?? 0,
    databaseBytes,
    operations: readOperations(db),
    model: describeModel(model, clock),
    sqliteVersion: sqliteVersion(db),
    schemaVersion: schemaVersion(db),
  }
}

/** The health of a history that does not exist yet. */
export function emptyHealth(sqlite: string, model: Manifest, clock: Clock): Health {
  return {
    predictions: 0,
    batches: 0,
    databaseBytes: 0,
    operations: { total: 0, failed: 0, successRate: null, errorsByCode: {} },
    model: describeModel(model, clock),
    sqliteVersion: sqlite,
    schemaVersion: 0,
  }
}

function readOperations(db: ReadHandle): Health['operations'] {
  // Of single scores, those that are packed are counted by packs: a million rows are not looked through.
  const succeeded = db
    .prepare<[], number>(
      `SELECT (SELECT ifnull(sum(count), 0) FROM operation_pack)
         + (SELECT count(*) FROM operation WHERE kind = 'lead' AND error_code IS NULL
              AND id > (SELECT ifnull(max(last_id), 0) FROM operation_pack))
         + (SELECT count(*) FROM operation WHERE kind = 'import' AND error_code IS NULL)`,
    )
    .pluck()
    .get()
  const errors = db
    .prepare<[], [code: string, count: number]>(
      `SELECT error_code, count(*) FROM operation WHERE error_code IS NOT NULL
       GROUP BY error_code ORDER BY error_code`,
    )
    .raw()
    .all()
  const failed = errors.reduce((sum, [, count]) => sum + count, 0)
  const total = (succeeded ?? 0) + failed
  return {
    total,
    failed,
    successRate: total === 0 ? null : (total - failed) / total,
    errorsByCode: Object.fromEntries(errors),
  }
}

function describeModel(model: Manifest, clock: Clock): Health['model'] {
  const { name, version, training, provenance } = model
  const ageDays = modelAgeDays(model, clock.nowMs())
  return { name, version, trainedAt: training.trainedAt, ageDays, demo: provenance.kind === 'demo' }
}

/** Whole days since a model was trained; 0 where the clock says it was not yet. */
export const modelAgeDays = ({ training }: Manifest, nowMs: number): number =>
  Math.max(0, Math.floor((nowMs - Date.parse(training.trainedAt)) / MS_PER_DAY))
