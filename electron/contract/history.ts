/** Looking at the history: the ranked call list, one lead, batches, health. */
import { z } from 'zod'
import {
  bandSchema,
  type Identity,
  type LatencyMs,
  type LeadFields,
  type ModelName,
  type Scored,
} from './lead.ts'
import { leadsBehindSchema } from './windows.ts'

/** Orders of the call list: by score or by the moment of scoring. */
export const leadOrderSchema = z.enum(['best', 'worst', 'newest', 'oldest'])
/** An order of the call list. */
export type LeadOrder = z.infer<typeof leadOrderSchema>

const cursorSchema = z.strictObject({ score: z.number().min(0).max(1), id: z.int().min(1) })
/** Where a page begins: after this score and id (the last row of the page before). */
export type Cursor = z.infer<typeof cursorSchema>

/** Which leads a list holds; all of them when nothing is said. */
export const leadFilterSchema = z.strictObject({
  /** Words looked for in name, company, e-mail and title; every word must begin a word there. */
  search: z.string().max(200).optional(),
  bands: z.array(bandSchema).max(3).optional(),
  batch: z.int().min(1).optional(),
  /** Only the leads a finding of the monitor speaks of. */
  behind: leadsBehindSchema.optional(),
})
/** Which leads a list holds. */
export type LeadFilter = z.infer<typeof leadFilterSchema>

/** A page of the call list that is asked for. */
export const leadQuerySchema = leadFilterSchema.extend({
  order: leadOrderSchema,
  after: cursorSchema.optional(),
  limit: z.int().min(1).max(500),
})
/** A page of the call list that is asked for. */
export type LeadQuery = z.infer<typeof leadQuerySchema>

/** One row of the call list. */
export interface LeadRow extends Scored, Identity {
  readonly id: number
  /** The manifest's display title (job title), cut to 200 characters. */
  readonly title: string | null
  readonly batch: number | null
  /** Row in the imported file (1 is the first below the header), null for a lead typed in. */
  readonly row: number | null
  /** When it was scored, ISO 8601 in UTC. */
  readonly scoredAt: string
  readonly model: ModelName
  readonly outcome: boolean | null
}

/** A page of the call list. */
export interface LeadPage {
  readonly rows: readonly LeadRow[]
  /** Cursor of the next page, null at the end. */
  readonly next: Cursor | null
  /** How many leads the filter holds in all. */
  readonly total: number
  /** True when so many leads hold the words that they were not counted one by one: `total` is rounded to two figures. */
  readonly totalIsEstimate?: true
  /** Leads a search may not have found yet, as their words are still being indexed; absent when there are none. */
  readonly unsearched?: number
}

/** A lead with all that is known about it. */
export interface LeadDetail extends LeadRow {
  readonly fields: LeadFields
  readonly latencyMs: LatencyMs
  /** Name of the file it came from. */
  readonly fileName: string | null
}

/** `undoing`: its leads are being taken out again; `undone`: they are, but for those kept. */
export type BatchState = 'running' | 'done' | 'cancelled' | 'interrupted' | 'undoing' | 'undone'

/** One import. */
export interface Batch {
  readonly id: number
  readonly fileName: string
  readonly fileBytes: number
  readonly startedAt: string
  readonly endedAt: string | null
  readonly state: BatchState
  /** Stopped half-way, and the rest of the file can still be read in. */
  readonly resumable: boolean
  /** Leads of it that are in the history now. */
  readonly leads: number
  readonly rows: number
  readonly accepted: number
  readonly rejected: number
  readonly repaired: number
  readonly meanScore: number | null
}

/** What the history holds, for the list's header and the filters. */
export interface HistoryOverview {
  readonly predictions: number
  readonly bands: Readonly<Record<'hot' | 'warm' | 'cold', number>>
  readonly batches: readonly Batch[]
}

/** What was exported. */
export interface ExportSummary {
  readonly fileName: string
  readonly rows: number
}

/** State of the data and the engine, for `health`. */
export interface Health {
  readonly predictions: number
  readonly batches: number
  readonly databaseBytes: number
  readonly operations: {
    readonly total: number
    readonly failed: number
    /** 0 to 1, null before the first operation. */
    readonly successRate: number | null
    readonly errorsByCode: Readonly<Record<string, number>>
  }
  readonly model: ModelName & { readonly trainedAt: string; readonly ageDays: number; readonly demo: boolean }
  readonly sqliteVersion: string
  readonly schemaVersion: number
}
