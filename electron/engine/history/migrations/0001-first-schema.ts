/** The first schema. Frozen: a released migration is never edited, a change is a new one. */
import type { Migration } from './migration.ts'

export const firstSchema: Migration = {
  version: 1,
  sql: `
    -- One row: what is true of the whole history.
    CREATE TABLE about (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      database_id TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      -- Ids are handed out here so that an erased one is never given to another lead.
      next_prediction_id INTEGER NOT NULL CHECK (next_prediction_id >= 1),
      -- Leads typed in up to this id are in search: a row must not go in twice.
      searchable_to INTEGER NOT NULL DEFAULT 0
    ) STRICT;

    -- Every model that ever scored, with its manifest: old predictions stay readable without the bundle.
    CREATE TABLE model (
      id INTEGER PRIMARY KEY,
      digest TEXT NOT NULL UNIQUE CHECK (length(digest) = 64),
      name TEXT NOT NULL,
      version TEXT NOT NULL,
      manifest TEXT NOT NULL CHECK (json_valid(manifest)),
      added_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE batch (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      state TEXT NOT NULL CHECK (state IN ('running', 'done', 'cancelled', 'interrupted')),
      file_name TEXT NOT NULL,
      file_bytes INTEGER NOT NULL CHECK (file_bytes >= 0),
      header_signature TEXT NOT NULL,
      mapping TEXT NOT NULL CHECK (json_valid(mapping)),
      model_id INTEGER NOT NULL REFERENCES model (id),
      started_at INTEGER NOT NULL,
      ended_at INTEGER,
      -- Where reading goes on after the rows below; the digest is of the file's bytes up to there.
      checkpoint_byte INTEGER NOT NULL DEFAULT 0 CHECK (checkpoint_byte >= 0),
      checkpoint_digest TEXT,
      rows INTEGER NOT NULL DEFAULT 0,
      accepted INTEGER NOT NULL DEFAULT 0 CHECK (accepted >= 0),
      rejected INTEGER NOT NULL DEFAULT 0 CHECK (rejected >= 0),
      repaired INTEGER NOT NULL DEFAULT 0 CHECK (repaired >= 0),
      score_sum REAL NOT NULL DEFAULT 0,
      findings TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(findings)),
      -- Predictions up to this id are in search: a row must not go in twice.
      searchable_to INTEGER NOT NULL DEFAULT 0,
      -- Whether all its predictions are in ranking, batch_ranking and search.
      ranked INTEGER NOT NULL DEFAULT 0 CHECK (ranked IN (0, 1)),
      CHECK (accepted + rejected = rows)
    ) STRICT;
    CREATE INDEX batch_unranked ON batch (id) WHERE ranked = 0;

    -- Rows that were not taken, as they stand in the file.
    CREATE TABLE reject (
      batch_id INTEGER NOT NULL REFERENCES batch (id),
      row_number INTEGER NOT NULL CHECK (row_number >= 1),
      reason TEXT NOT NULL,
      message TEXT NOT NULL,
      text TEXT NOT NULL,
      UNIQUE (batch_id, row_number)
    ) STRICT;

    CREATE TABLE prediction (
      id INTEGER PRIMARY KEY,
      score REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
      -- Null for a lead typed in.
      batch_id INTEGER REFERENCES batch (id),
      row_number INTEGER CHECK (row_number >= 1),
      scored_at INTEGER NOT NULL,
      model_id INTEGER NOT NULL REFERENCES model (id),
      outcome INTEGER CHECK (outcome IN (0, 1)),
      outcome_at INTEGER,
      name TEXT,
      company TEXT,
      email TEXT,
      link TEXT,
      title TEXT,
      CHECK ((batch_id IS NULL) = (row_number IS NULL))
    ) STRICT;

    -- Inputs of consecutive predictions. The coded columns come first: a row is read from its front.
    CREATE TABLE input_chunk (
      first_id INTEGER PRIMARY KEY,
      count INTEGER NOT NULL CHECK (count BETWEEN 1 AND 1024),
      batch_id INTEGER REFERENCES batch (id),
      model_id INTEGER NOT NULL REFERENCES model (id),
      columns BLOB NOT NULL,
      records BLOB NOT NULL
    ) STRICT;
    CREATE INDEX input_chunk_by_batch ON input_chunk (batch_id) WHERE batch_id IS NOT NULL;

    -- Codes of categories in coded columns; 0 is missing, 1 is any value after the dictionary was full.
    CREATE TABLE dictionary (
      field TEXT NOT NULL,
      code INTEGER NOT NULL CHECK (code >= 2),
      value TEXT NOT NULL,
      PRIMARY KEY (field, code),
      UNIQUE (field, value)
    ) STRICT, WITHOUT ROWID;

    -- One scoring request or one group of an import. storage_us is known only after the commit, and completed then.
    CREATE TABLE operation (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('lead', 'import')),
      started_at INTEGER NOT NULL,
      rows INTEGER NOT NULL CHECK (rows >= 0),
      error_code TEXT,
      features_us REAL NOT NULL CHECK (features_us >= 0),
      inference_us REAL NOT NULL CHECK (inference_us >= 0),
      storage_us REAL CHECK (storage_us >= 0),
      batch_id INTEGER REFERENCES batch (id),
      first_prediction_id INTEGER,
      last_prediction_id INTEGER
    ) STRICT;
    CREATE INDEX operation_by_prediction ON operation (first_prediction_id) WHERE first_prediction_id IS NOT NULL;

    -- The orders by score. Not indexes of prediction: kept up during an import they would cost more than the rest.
    CREATE TABLE ranking (
      score REAL NOT NULL,
      id INTEGER NOT NULL,
      PRIMARY KEY (score, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE batch_ranking (
      batch_id INTEGER NOT NULL,
      score REAL NOT NULL,
      id INTEGER NOT NULL,
      PRIMARY KEY (batch_id, score, id)
    ) STRICT, WITHOUT ROWID;

    -- How many predictions of a batch (0: typed in) have a score in [hundredth, hundredth + 1) / 100.
    CREATE TABLE score_rollup (
      batch_id INTEGER NOT NULL,
      hundredth INTEGER NOT NULL CHECK (hundredth BETWEEN 0 AND 100),
      count INTEGER NOT NULL CHECK (count >= 0),
      PRIMARY KEY (batch_id, hundredth)
    ) STRICT, WITHOUT ROWID;

    -- Words of the call list. The texts stay in prediction; only which word is in which row is kept here.
    CREATE VIRTUAL TABLE search USING fts5 (
      name, company, email, title,
      content = 'prediction', content_rowid = 'id',
      tokenize = 'unicode61 remove_diacritics 2', prefix = '2', detail = none, columnsize = 0
    );
  `,
}
