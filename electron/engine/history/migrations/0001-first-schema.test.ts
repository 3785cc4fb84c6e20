import { beforeEach, describe, expect, test } from 'vitest'
import type { WriteHandle } from '../connection.ts'
import { newTrialDatabase } from '../fixtures/trial-database.ts'
import { firstSchema } from './0001-first-schema.ts'

let db: WriteHandle
beforeEach(() => {
  const trial = newTrialDatabase()
  db = trial.db
  db.exec(firstSchema.sql)
  db.exec(`INSERT INTO model (id, digest, name, version, manifest, added_at)
           VALUES (1, '${'a'.repeat(64)}', 'm', '1.0.0', '{}', 0)`)
  return trial.remove
})

test('makes these tables, all of them strict', () => {
  const tables = db
    .prepare<[], [string, number]>(
      "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'",
    )
    .raw()
    .all()
    .filter(([name]) => !name.startsWith('sqlite_'))
  expect(tables.map(([name]) => name).sort()).toEqual([
    'about',
    'batch',
    'batch_ranking',
    'dictionary',
    'input_chunk',
    'model',
    'operation',
    'prediction',
    'ranking',
    'reject',
    'score_rollup',
  ])
  expect(tables.every(([, strict]) => strict === 1)).toBe(true)
})

describe('the database itself refuses', () => {
  const insertScore = (score: unknown) =>
    db.prepare('INSERT INTO prediction (score, scored_at, model_id) VALUES (:score, 0, 1)').run({ score })

  test.each([Number.NaN, null, -0.01, 1.01, 'high', Number.POSITIVE_INFINITY])('%s as a score', (score) => {
    expect(() => insertScore(score)).toThrow(/constraint failed|cannot store/)
    insertScore(0.5)
  })

  test('a model or batch that is not there', () => {
    expect(() => db.exec('INSERT INTO prediction (score, scored_at, model_id) VALUES (0.5, 0, 2)')).toThrow(
      'FOREIGN KEY',
    )
    expect(() =>
      db.exec(
        'INSERT INTO prediction (score, scored_at, model_id, batch_id, row_number) VALUES (0.5, 0, 1, 9, 1)',
      ),
    ).toThrow('FOREIGN KEY')
  })

  test('a batch whose rows are neither accepted nor rejected', () => {
    const insert = (rows: number) =>
      db.exec(`INSERT INTO batch (state, file_name, file_bytes, header_signature, mapping, model_id, started_at,
                                  rows, accepted, rejected)
               VALUES ('done', 'f.csv', 1, 'h', '[]', 1, 0, ${rows}, 2, 1)`)
    expect(() => insert(4)).toThrow('CHECK')
    insert(3)
  })
})
