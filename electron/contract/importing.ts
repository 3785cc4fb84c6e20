/** Importing a file: inspect, map, run, result. */
import { z } from 'zod'

/** What a column feeds: a model field, or part of a lead's identity. */
export const columnTargetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('field'), name: z.string().min(1).max(100) }),
  z.strictObject({
    kind: z.literal('identity'),
    name: z.enum(['name', 'firstName', 'lastName', 'company', 'email', 'link']),
  }),
])
export type ColumnTarget = z.infer<typeof columnTargetSchema>

export const columnMappingSchema = z
  .array(z.strictObject({ column: z.int().min(0).max(20_000), target: columnTargetSchema }))
  .max(1000)
/** Which column (0-based) feeds what. Columns not named are ignored. */
export type ColumnMapping = z.infer<typeof columnMappingSchema>

export interface FileColumn {
  readonly index: number
  readonly header: string
  /** First non-empty values, cut to 80 characters. */
  readonly samples: readonly string[]
  readonly target: ColumnTarget | null
  /** Why the target was suggested. */
  readonly matched: 'name' | 'synonym' | 'likeness' | 'none'
}

/** What was found out about a file before anything is read in. */
export interface FileInspection {
  readonly fileName: string
  readonly bytes: number
  readonly encoding: 'utf-8'
  readonly delimiter: ',' | ';' | '\t' | '|'
  readonly columns: readonly FileColumn[]
  /** Rows, estimated from the first part of the file; exact when `rowsExact`. */
  readonly rows: number
  readonly rowsExact: boolean
  /** Model fields no column feeds: the score is less certain. */
  readonly missingFields: readonly string[]
  readonly warnings: readonly Finding[]
}

/** Something to be said about the file; codes as in the import guide. */
export interface Finding {
  readonly code: string
  readonly message: string
  readonly rows?: readonly number[]
  readonly column?: string
  readonly text?: string
}

export interface Reject {
  /** Row in the file, 1 is the first below the header. */
  readonly row: number
  readonly reason: string
  readonly message: string
  /** The row's original text, cut to 2,000 characters for display. */
  readonly text: string
}

export interface ImportProgress {
  readonly job: string
  readonly batch: number
  readonly phase: 'scoring' | 'ranking'
  readonly rows: number
  readonly accepted: number
  readonly rejected: number
  readonly bytesRead: number
  readonly bytesTotal: number
  readonly rowsPerSecond: number
  /** Seconds left, null while it cannot be said. */
  readonly secondsLeft: number | null
}

export interface ImportSummary {
  readonly batch: number
  readonly fileName: string
  /** True when the user stopped it: what was committed stays. */
  readonly cancelled: boolean
  readonly rows: number
  readonly accepted: number
  readonly rejected: number
  readonly repaired: number
  readonly seconds: number
  readonly rowsPerSecond: number
  readonly meanScore: number | null
  readonly bands: Readonly<Record<'hot' | 'warm' | 'cold', number>>
  readonly warnings: readonly Finding[]
  /** The first 100 rejected rows. */
  readonly rejects: readonly Reject[]
}
