/** What an import leaves in the history with each group, so that it can go on from there as if it had never stopped. */
import { z } from 'zod'
import type { Finding } from '../../../contract/importing.ts'
import { duplicateStateSchema } from '../duplicates/duplicate-policy.ts'

const findingSchema = z.strictObject({
  code: z.string(),
  message: z.string(),
  rows: z.array(z.number()).exactOptional(),
  count: z.number().exactOptional(),
  column: z.string().exactOptional(),
  text: z.string().exactOptional(),
}) satisfies z.ZodType<Finding>

const stateSchema = z.strictObject({
  /** What was said of the file when it was opened first: with all settings decided, less would be. */
  ofFile: z.array(findingSchema),
  /** What the collector of findings on rows saved. */
  findings: z.string(),
  blank: z.int().min(0),
  duplicates: duplicateStateSchema.nullable(),
})
type StoredState = z.infer<typeof stateSchema>
export interface ImportState extends Omit<StoredState, 'ofFile'> {
  readonly ofFile: readonly Finding[]
}

/** The state as JSON. */
export function writeImportState(state: ImportState): string {
  return JSON.stringify(state)
}

/** Reads what an import left; null when it stopped before its first group. */
export function readImportState(json: string | null): ImportState | null {
  return json === null ? null : stateSchema.parse(JSON.parse(json))
}
