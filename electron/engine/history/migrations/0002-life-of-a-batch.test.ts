import { hash } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { WriteHandle } from '../connection.ts'
import { newTrialDatabase, type TrialDatabase } from '../fixtures/trial-database.ts'
import { rememberedSettings } from '../remembered-settings.ts'
import { readResumable } from '../resumable-batch.ts'
import { firstSchema } from './0001-first-schema.ts'
import { lifeOfABatch } from './0002-life-of-a-batch.ts'

let db: WriteHandle
let bring: TrialDatabase['bring']
beforeEach(async () => {
  const trial = newTrialDatabase()
  db = trial.db
  bring = trial.bring
  await bring(firstSchema)
  fill()
  return trial.remove
})

/** A history of version 1: a finished and an interrupted batch, a lead typed in, and a row in every table. */
function fill(): void {
  db.exec(`
    INSERT INTO about (id, database_id, created_at, next_prediction_id) VALUES (1, 'trial', 0, 6);
    INSERT INTO model (id, digest, name, version, manifest, added_at)
      VALUES (1, '${'a'.repeat(64)}', 'm', '1.0.0', '{}', 0);
    INSERT INTO batch (state, file_name, file_bytes, header_signature, mapping, model_id, started_at, ended_at,
                       checkpoint_byte, rows, accepted, rejected, score_sum, findings, ranked)
      VALUES ('done', 'one.csv', 9, 'one', '[{"column":2,"target":{"kind":"field","name":"jobtitle"}}]', 1, 1, 2,
              9, 3, 2, 1, 0.75, '[{"code":"no_rows","message":"None."}]', 1),
             ('interrupted', 'two.csv', 9, 'two', '[]', 1, 3, NULL, 5, 2, 2, 0, 1, '[]', 0);
    INSERT INTO reject VALUES (1, 2, 'value_not_a_number', 'A word.', 'x,y');
    INSERT INTO prediction (id, score, batch_id, row_number, scored_at, model_id, name)
      VALUES (1, 0.5, 1, 1, 1, 1, 'Ada'), (2, 0.25, 1, 3, 1, 1, 'Bo'), (3, 0.75, NULL, NULL, 2, 1, 'Cy'),
             (4, 0.5, 2, 1, 3, 1, 'Di'), (5, 0.5, 2, 2, 3, 1, NULL);
    INSERT INTO input_chunk VALUES (1, 2, 1, 1, x'01', x'02'), (3, 1, NULL, 1, x'03', x'04'), (4, 2, 2, 1, x'05', x'06');
    INSERT INTO dictionary VALUES ('industry', 2, 'Shipping');
    INSERT INTO operation (kind, started_at, rows, features_us, inference_us, batch_id, first_prediction_id,
                           last_prediction_id)
      VALUES ('import', 1, 2, 3, 4, 1, 1, 2);
    INSERT INTO ranking VALUES (0.25, 2), (0.5, 1), (0.75, 3);
    INSERT INTO batch_ranking VALUES (1, 0.25, 2), (1, 0.5, 1);
    INSERT INTO score_rollup VALUES (0, 75, 1), (1, 25, 1), (1, 50, 1), (2, 50, 2);
    INSERT INTO search (rowid, name) VALUES (1, 'Ada'), (2, 'Bo'), (3, 'Cy');
  `)
}

/** Number and digest of the rows of each table of version 1, in the columns it had. */
function contents(columns: ReadonlyMap<string, string>): ReadonlyMap<string, readonly [number, string]> {
  return new Map(
    [...columns].map(([table, names]) => {
      const rows = db.prepare(`SELECT ${names} FROM "${table}" ORDER BY 1, 2`).raw().all()
      return [table, [rows.length, hash('sha256', JSON.stringify(rows))]]
    }),
  )
}

/** The columns of every table there is now. */
function columnsNow(): ReadonlyMap<string, string> {
  const tables = db
    .prepare<[], string>(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
    )
    .pluck()
    .all()
  const columns = db
    .prepare<{ table: string }, string>('SELECT group_concat(name) FROM pragma_table_info(:table)')
    .pluck()
  return new Map(tables.map((table) => [table, columns.get({ table }) ?? '']))
}

test('every row of a history of version 1 is there afterwards as it was', async () => {
  const columns = columnsNow()
  expect(columns.size).toBe(11)
  const before = contents(columns)
  expect([...before.values()].every(([count]) => count > 0)).toBe(true)
  await bring(firstSchema, lifeOfABatch)
  expect(contents(columns)).toEqual(before)
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(db.pragma('foreign_key_check')).toEqual([])
  expect(db.prepare('SELECT rowid FROM search WHERE search MATCH \'"ada"*\'').pluck().all()).toEqual([1])
})

test('a batch of version 1 is not undone, has all its leads, and cannot go on', async () => {
  await bring(firstSchema, lifeOfABatch)
  expect(db.prepare('SELECT undo, removed, settings, file_path FROM batch').raw().all()).toEqual([
    [null, 0, null, null],
    [null, 0, null, null],
  ])
  expect(() => readResumable(db, 2, 'a'.repeat(64))).toThrow(
    expect.objectContaining({
      error: expect.objectContaining({
        code: 'resume_impossible',
        details: { batch: 2, reason: 'not_kept' },
      }),
    }),
  )
})

test('its mapping is remembered all the same', async () => {
  await bring(firstSchema, lifeOfABatch)
  expect(rememberedSettings(db, 'one')).toEqual({
    mapping: [{ column: 2, target: { kind: 'field', name: 'jobtitle' } }],
    read: {},
  })
})

describe('the database itself refuses', () => {
  beforeEach(() => bring(firstSchema, lifeOfABatch))

  test.each([
    ["UPDATE batch SET undo = 'perhaps'"],
    ['UPDATE batch SET removed = 3'],
    ["UPDATE batch SET settings = 'no json'"],
    ['INSERT INTO superseded (id, by_id, by_batch) VALUES (2, 1, 1)'],
    ['INSERT INTO superseded (id, by_id, by_batch) VALUES (1, 2, 9)'],
  ])('%s', (sql) => {
    expect(() => db.exec(sql)).toThrow('constraint failed')
  })
})
