/** What it takes to go on with an import, to take it back, and to let a newer lead have an older one's place. */
import type { Migration } from './migration.ts'

export const lifeOfABatch: Migration = {
  version: 2,
  sql: `
    -- Null in batches of version 1, which cannot go on: how their file was read was not kept.
    ALTER TABLE batch ADD COLUMN file_path TEXT;
    ALTER TABLE batch ADD COLUMN settings TEXT CHECK (json_valid(settings));
    ALTER TABLE batch ADD COLUMN headers TEXT CHECK (json_valid(headers));
    ALTER TABLE batch ADD COLUMN header_text TEXT;
    -- What the import wants back when it goes on from the checkpoint.
    ALTER TABLE batch ADD COLUMN import_state TEXT;
    -- Beside the state, which tells how the import ended.
    ALTER TABLE batch ADD COLUMN undo TEXT CHECK (undo IN ('undoing', 'undone'));
    -- How many of the accepted leads are not in the history any more.
    ALTER TABLE batch ADD COLUMN removed INTEGER NOT NULL DEFAULT 0 CHECK (removed BETWEEN 0 AND accepted);

    -- Leads whose place in the call list a newer one takes; the predictions stay.
    CREATE TABLE superseded (
      id INTEGER PRIMARY KEY,
      by_id INTEGER NOT NULL,
      by_batch INTEGER NOT NULL REFERENCES batch (id),
      -- 1 until the batch has ended and the lead is taken out of ranking, batch_ranking, search and score_rollup.
      listed INTEGER NOT NULL DEFAULT 1 CHECK (listed IN (0, 1)),
      CHECK (by_id > id)
    ) STRICT;
    CREATE INDEX superseded_by_batch ON superseded (by_batch, id);
  `,
}
