/** One step of the schema. */
export interface Migration {
  /** The schema's version after it; one more than that of the migration before. */
  readonly version: number
  /** Plain statements, run in the one transaction of all pending migrations. */
  readonly sql: string
}
