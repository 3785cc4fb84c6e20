import { hash } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { WriteHandle } from '../connection.ts'
import { newTrialDatabase } from '../fixtures/trial-database.ts'
import { firstSchema } from './0001-first-schema.ts'
import { lifeOfABatch } from './0002-life-of-a-batch.ts'
import { scoresByChunk } from './0003-scores-by-chunk.ts'
import { alertsAndSettings } from './0004-alerts-and-settings.ts'

let db: WriteHandle
let before: readonly string[]
beforeEach(async () => {
  const trial = newTrialDatabase()
  db = trial.db
  await trial.bring(firstSchema, lifeOfABatch, scoresByChunk)
  fill()
  before = contents()
  await trial.bring(firstSchema, lifeOfABatch, scoresByChunk, alertsAndSettings)
  return trial.remove
})

/** A history of version 3 with a batch, a lead typed in that has an outcome, and an operation of each kind. */
function fill(): void {
  db.exec(`
    INSERT INTO about (id, database_id, created_at, next_prediction_id) VALUES (1, 'trial', 0, 4);
    INSERT INTO model (id, digest, name, version, manifest, added_at)
      VALUES (1, '${'a'.repeat(64)}', 'm', '1.0.0', '{}', 0);
    INSERT INTO batch (state, file_name, file_bytes, header_signature, mapping, model_id, started_at, rows, accepted)
      VALUES ('done', 'one.csv', 9, 'one', '[]', 1, 1, 2, 2);
    INSERT INTO prediction (id, score, batch_id, row_number, scored_at, model_id, outcome, outcome_at)
      VALUES (1, 0.5, 1, 1, 1, 1, NULL, NULL), (2, 0.25, 1, 2, 1, 1, NULL, NULL), (3, 0.75, NULL, NULL, 2, 1, 1, 9);
    INSERT INTO operation (kind, started_at, rows, error_code, features_us, inference_us, storage_us, batch_id,
                           first_prediction_id, last_prediction_id)
      VALUES ('import', 1, 2, NULL, 3, 4, 5, 1, 1, 2), ('lead', 2, 1, NULL, 3, 4, NULL, NULL, 3, 3),
             ('lead', 3, 0, 'disk_full', 0, 0, NULL, NULL, NULL, NULL);
  `)
}

/** Digests of the rows of the tables that were there. */
const contents = (): readonly string[] =>
  ['about', 'model', 'batch', 'prediction', 'operation'].map((table) =>
    hash('sha256', JSON.stringify(db.prepare(`SELECT * FROM "${table}" ORDER BY 1`).raw().all())),
  )

test('every row of a history of version 3 is there as it was, and the new tables are empty', () => {
  expect(contents()).toEqual(before)
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  const tables = ['alert', 'setting', 'opening', 'operation_pack']
  expect(tables.map((table) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get())).toEqual([
    0, 0, 0, 0,
  ])
})

test.each([
  ["SELECT id FROM operation WHERE kind = 'import' ORDER BY started_at", 'operation_import'],
  ['SELECT id FROM operation WHERE error_code IS NOT NULL ORDER BY started_at', 'operation_failed'],
  ['SELECT count(*) FROM prediction WHERE outcome IS NOT NULL AND outcome_at > 1', 'prediction_outcome'],
])('%s looks through no other rows', (sql, index) => {
  const plan = db.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all()
  expect(plan.map(({ detail }) => detail).join()).toContain(index)
})

describe('the database itself refuses', () => {
  const raise = (values: string) =>
    db.exec(
      `INSERT INTO alert (kind, severity, message, next_step, first_seen_at, last_seen_at, over_at) VALUES ${values}`,
    )

  test('a second alert of a kind that is not over', () => {
    raise("('errors', 'high', 'm', 'n', 1, 1, 2), ('errors', 'high', 'm', 'n', 3, 3, NULL)")
    expect(() => raise("('errors', 'high', 'm', 'n', 4, 4, NULL)")).toThrow('UNIQUE')
  })

  test.each([
    ["('', 'high', 'm', 'n', 1, 1, NULL)"],
    ["('errors', 'loud', 'm', 'n', 1, 1, NULL)"],
    ["('errors', 'high', 'm', 'n', 2, 1, NULL)"],
  ])('the alert %s', (values) => {
    expect(() => raise(values)).toThrow('CHECK')
  })

  test('a setting that is not JSON', () => {
    expect(() => db.exec("INSERT INTO setting VALUES ('monitor', '{')")).toThrow('CHECK')
  })
})
