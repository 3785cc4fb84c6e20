/** All migrations, in order. */
import { firstSchema } from './0001-first-schema.ts'
import { lifeOfABatch } from './0002-life-of-a-batch.ts'
import type { Migration } from './migration.ts'

export type { Migration } from './migration.ts'

export const MIGRATIONS: readonly Migration[] = [firstSchema, lifeOfABatch]
