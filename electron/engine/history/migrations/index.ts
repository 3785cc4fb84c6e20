/** All migrations, in order. */
import { firstSchema } from './0001-first-schema.ts'
import { lifeOfABatch } from './0002-life-of-a-batch.ts'
import { scoresByChunk } from './0003-scores-by-chunk.ts'
import { alertsAndSettings } from './0004-alerts-and-settings.ts'
import type { Migration } from './migration.ts'

export type { Migration } from './migration.ts'

export const MIGRATIONS: readonly Migration[] = [firstSchema, lifeOfABatch, scoresByChunk, alertsAndSettings]
