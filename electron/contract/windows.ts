/** Which part of the history a report looks at, and what it is compared with. */
import { z } from 'zod'

/** Calendar day, `2026-11-21`, in the computer's own time zone. */
const daySchema = z.iso.date()

/** The part of the history a report looks at. Only leads of the call list count: a lead scored again counts once. */
export const windowSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  /** The N scored last. */
  z.strictObject({ kind: z.literal('last'), count: z.int().min(1).max(100_000_000) }),
  /** Scored today or on one of the N days before. */
  z.strictObject({ kind: z.literal('days'), days: z.int().min(1).max(36_500) }),
  /** Scored from the first day to the last, both included. */
  z.strictObject({ kind: z.literal('period'), from: daySchema, to: daySchema }),
  z.strictObject({ kind: z.literal('batch'), batch: z.int().min(1) }),
])
/** A part of the history. */
export type Window = z.infer<typeof windowSchema>

/** What a window is compared with: the model's own reference leads, or another part of the history. */
export const baselineSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('reference') }),
  z.strictObject({ kind: z.literal('window'), window: windowSchema }),
])
/** What a window is compared with. */
export type Baseline = z.infer<typeof baselineSchema>

/** A window with what is in it, as a report names it. */
export interface WindowFacts {
  /** Short name for sentences and headings, e.g. `leads-5000.csv` or `the last 30 days`. */
  readonly name: string
  readonly leads: number
  /** First and last scoring in it, ISO 8601 in UTC; null when it holds none, and for the reference. */
  readonly from: string | null
  readonly to: string | null
}

/** Leads of a window by one field or by their score: what stands behind a finding. */
export const leadsBehindSchema = z.strictObject({
  window: windowSchema,
  condition: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('missing'), field: z.string().max(100) }),
    /** Values that the baseline does not hold. */
    z.strictObject({ kind: z.literal('unseen'), field: z.string().max(100), baseline: baselineSchema }),
    /** One of these categories. */
    z.strictObject({
      kind: z.literal('values'),
      field: z.string().max(100),
      values: z.array(z.string().max(10_000)).min(1).max(100),
    }),
    /** Numbers (of a text: its characters, or its comma-separated parts) with from <= value < below; null: no bound. */
    z.strictObject({
      kind: z.literal('between'),
      field: z.string().max(100),
      measure: z.enum(['value', 'characters', 'parts']),
      from: z.number().nullable(),
      below: z.number().nullable(),
    }),
    /** All of the window. */
    z.strictObject({ kind: z.literal('all') }),
  ]),
})
/** Leads of a window, by a condition. */
export type LeadsBehind = z.infer<typeof leadsBehindSchema>
