/** What the monitor keeps: alerts, settings, and the times of single scores packed so that a million are read at once. */
import type { Migration } from './migration.ts'

/** The migration to version 4. */
export const alertsAndSettings: Migration = {
  version: 4,
  sql: `
    -- What the app noticed by itself. Its state follows from the times: over, acknowledged, snoozed, else active.
    CREATE TABLE alert (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL CHECK (kind <> ''),
      severity TEXT NOT NULL CHECK (severity IN ('critical', 'high', 'medium', 'low')),
      message TEXT NOT NULL,
      next_step TEXT NOT NULL,
      first_seen_at INTEGER NOT NULL,
      last_seen_at INTEGER NOT NULL,
      snoozed_until INTEGER,
      acknowledged_at INTEGER,
      over_at INTEGER,
      CHECK (last_seen_at >= first_seen_at)
    ) STRICT;
    -- While its rule holds, an alert is there once.
    CREATE UNIQUE INDEX alert_open ON alert (kind) WHERE over_at IS NULL;

    CREATE TABLE setting (
      name TEXT PRIMARY KEY CHECK (name <> ''),
      value TEXT NOT NULL CHECK (json_valid(value))
    ) STRICT, WITHOUT ROWID;

    -- When the history was opened for writing: the first score after that is slower than others.
    CREATE TABLE opening (opened_at INTEGER NOT NULL) STRICT;

    -- Times of consecutive successful scores of single leads, from operation; they stay there, too.
    CREATE TABLE operation_pack (
      first_id INTEGER PRIMARY KEY,
      last_id INTEGER NOT NULL UNIQUE CHECK (last_id >= first_id),
      count INTEGER NOT NULL CHECK (count >= 1),
      started_from INTEGER NOT NULL,
      started_to INTEGER NOT NULL CHECK (started_to >= started_from),
      columns BLOB NOT NULL
    ) STRICT;

    -- Few among many: without these, health would look through every single score.
    CREATE INDEX operation_import ON operation (started_at) WHERE kind = 'import';
    CREATE INDEX operation_failed ON operation (started_at) WHERE error_code IS NOT NULL;
    CREATE INDEX prediction_outcome ON prediction (outcome_at, outcome) WHERE outcome IS NOT NULL;
  `,
}
