import { beforeEach, expect, test } from 'vitest'
import { scoredChunks } from '../chunk-scores.ts'
import type { WriteHandle } from '../connection.ts'
import { newTrialDatabase } from '../fixtures/trial-database.ts'
import { firstSchema } from './0001-first-schema.ts'
import { lifeOfABatch } from './0002-life-of-a-batch.ts'
import { scoresByChunk } from './0003-scores-by-chunk.ts'

let db: WriteHandle
beforeEach(async () => {
  const trial = newTrialDatabase()
  db = trial.db
  await trial.bring(firstSchema, lifeOfABatch)
  fill()
  await trial.bring(firstSchema, lifeOfABatch, scoresByChunk)
  return trial.remove
})

/** A ranked batch with a lead erased and one superseded, an unranked batch, and a lead typed in. */
function fill(): void {
  db.exec(`
    INSERT INTO about (id, database_id, created_at, next_prediction_id, searchable_to) VALUES (1, 'trial', 0, 9, 5);
    INSERT INTO model (id, digest, name, version, manifest, added_at)
      VALUES (1, '${'a'.repeat(64)}', 'm', '1.0.0', '{}', 0);
    INSERT INTO batch (state, file_name, file_bytes, header_signature, mapping, model_id, started_at, rows, accepted,
                       removed, searchable_to, ranked)
      VALUES ('done', 'one.csv', 9, 'one', '[]', 1, 1, 4, 4, 1, 4, 1),
             ('interrupted', 'two.csv', 9, 'two', '[]', 1, 3, 3, 3, 0, 0, 0);
    INSERT INTO prediction (id, score, batch_id, row_number, scored_at, model_id, name)
      VALUES (1, 0.5, 1, 1, 1, 1, 'Ada'), (2, 0.25, 1, 2, 1, 1, 'Bo'), (4, 1, 1, 4, 1, 1, 'Bea'),
             (5, 0.75, NULL, NULL, 2, 1, 'Cy'),
             (6, 0.5, 2, 1, 3, 1, 'Di'), (7, 0.125, 2, 2, 3, 1, NULL), (8, 0, 2, 3, 3, 1, NULL);
    INSERT INTO input_chunk VALUES (1, 4, 1, 1, x'01', x'02'), (5, 1, NULL, 1, x'03', x'04'),
                                   (6, 2, 2, 1, x'05', x'06'), (8, 1, 2, 1, x'05', x'06');
    INSERT INTO superseded (id, by_id, by_batch, listed) VALUES (2, 6, 2, 0), (4, 7, 2, 1);
    INSERT INTO ranking VALUES (0.5, 1), (0.75, 5), (1, 4);
    INSERT INTO batch_ranking VALUES (1, 0.5, 1), (1, 1, 4);
    INSERT INTO search (rowid, name) VALUES (1, 'Ada'), (4, 'Bea'), (5, 'Cy');
  `)
}

test('every chunk of a batch gets the scores of those of its leads that are listed', () => {
  const { NaN: none } = Number
  expect([...scoredChunks(db, 1)]).toEqual([{ firstId: 1, scores: Float32Array.of(0.5, none, none, 1) }])
  expect([...scoredChunks(db, 2)]).toEqual([
    { firstId: 6, scores: Float32Array.of(0.5, 0.125) },
    { firstId: 8, scores: Float32Array.of(0) },
  ])
  expect(db.prepare('SELECT count(*) FROM chunk_scores').pluck().get()).toBe(3)
})

test('the order by score stays, and the words of all are to be indexed again', () => {
  expect(db.prepare('SELECT id, ranked, searchable, searchable_to FROM batch').raw().all()).toEqual([
    [1, 1, 0, 0],
    [2, 0, 0, 0],
  ])
  expect(db.prepare('SELECT count(*) FROM ranking').pluck().get()).toBe(3)
  expect(db.prepare('SELECT searchable_to FROM about').pluck().get()).toBe(0)
  expect(db.prepare("SELECT count(*) FROM search WHERE search MATCH 'ada'").pluck().get()).toBe(0)
})

test('a chunk that goes takes its scores with it', () => {
  db.exec('DELETE FROM input_chunk WHERE first_id = 8')
  expect([...scoredChunks(db, 2)]).toHaveLength(1)
})
