/** One step of the schema. */
import type { WriteHandle } from '../connection.ts'

export interface Migration {
  /** The schema's version after it; one more than that of the migration before. */
  readonly version: number
  /** Plain statements, run in the one transaction of all pending migrations. */
  readonly sql: string
  /** What SQL cannot say about the rows there are, after the statements. As frozen as they are: it uses nothing of ours. */
  readonly fill?: (db: WriteHandle) => void
}
