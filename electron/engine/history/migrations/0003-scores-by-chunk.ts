/** Scores beside each chunk in place of an order by score for each batch; words that follow in the background. */
import type { WriteHandle } from '../connection.ts'
import type { Migration } from './migration.ts'

export const scoresByChunk: Migration = {
  version: 3,
  sql: `
    -- The scores of a batch's chunk as float32, lead by lead; NaN: the lead is in no list.
    CREATE TABLE chunk_scores (
      first_id INTEGER PRIMARY KEY REFERENCES input_chunk (first_id) ON DELETE CASCADE,
      scores BLOB NOT NULL
    ) STRICT;
    DROP TABLE batch_ranking;

    -- From here on, ranked says that the leads of a batch are in ranking, and searchable that their words are in search.
    ALTER TABLE batch ADD COLUMN searchable INTEGER NOT NULL DEFAULT 0 CHECK (searchable IN (0, 1));
    CREATE INDEX batch_unsearchable ON batch (id) WHERE searchable = 0;

    -- The same words without an index of their first two letters: what begins a word of very many leads is found without it.
    DROP TABLE search;
    CREATE VIRTUAL TABLE search USING fts5 (
      name, company, email, title,
      content = 'prediction', content_rowid = 'id',
      tokenize = 'unicode61 remove_diacritics 2', detail = none, columnsize = 0
    );
    UPDATE batch SET searchable_to = 0;
    UPDATE about SET searchable_to = 0;
  `,
  fill(db: WriteHandle): void {
    const chunks = db
      .prepare<[], [firstId: number, count: number]>(
        'SELECT first_id, count FROM input_chunk WHERE batch_id IS NOT NULL',
      )
      .raw()
      .all()
    const listed = db
      .prepare<{ from: number; to: number }, [id: number, score: number]>(
        `SELECT id, score FROM prediction WHERE id BETWEEN :from AND :to
           AND NOT EXISTS (SELECT 1 FROM superseded WHERE superseded.id = prediction.id AND listed = 0)`,
      )
      .raw()
    const insert = db.prepare<{ firstId: number; scores: Uint8Array }>(
      'INSERT INTO chunk_scores (first_id, scores) VALUES (:firstId, :scores)',
    )
    for (const [firstId, count] of chunks) {
      const scores = new Float32Array(count).fill(Number.NaN)
      for (const [id, score] of listed.all({ from: firstId, to: firstId + count - 1 })) {
        scores[id - firstId] = score
      }
      insert.run({ firstId, scores: new Uint8Array(scores.buffer) })
    }
  },
}
