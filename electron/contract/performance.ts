/** Latency and health: how fast and how reliably leads are scored. */
import { z } from 'zod'
import type { Health } from './history.ts'
import { type WindowFacts, windowSchema } from './windows.ts'

/** A latency report that is asked for. */
export const latencyRequestSchema = z.strictObject({ window: windowSchema })
/** A latency report that is asked for. */
export type LatencyRequest = z.infer<typeof latencyRequestSchema>

/** Milliseconds per lead. */
export interface LatencyDistribution {
  readonly n: number
  readonly mean: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly max: number
}

/** A part of scoring; `total` is all of them together. */
export type Stage = 'features' | 'inference' | 'storage' | 'total'

/** How long one way of scoring took. */
export interface OperationLatency {
  /** `single`: a lead typed in. `batch`: a lead's share of an import's group. */
  readonly operation: 'single' | 'batch'
  /** null when there was none in the window. */
  readonly stages: Readonly<Record<Stage, LatencyDistribution>> | null
  /** As measured for the bundle, on the machine named in the report; null for a bundle without. */
  readonly baseline: Readonly<Partial<Record<Stage, LatencyDistribution>>> | null
  /** This machine's first 28 days with operations; null before they are over or with fewer than 100 operations. */
  readonly firstWeeks: LatencyDistribution | null
  readonly histogram: { readonly edgesMs: readonly number[]; readonly counts: readonly number[] } | null
  /** By day, or by hour when the window is shorter than three days. */
  readonly trend: readonly {
    readonly at: string
    readonly n: number
    readonly p50: number
    readonly p95: number
  }[]
  /** Limits drawn into the charts, milliseconds. */
  readonly thresholds: { readonly p95: number | null; readonly p99: number | null }
}

/** One of the slowest scorings: a lead typed in, or a group of an import by its time a row. */
export interface SlowOperation {
  readonly operation: 'single' | 'batch'
  readonly at: string
  readonly rows: number
  readonly totalMs: number
  readonly slowestStage: Exclude<Stage, 'total'>
  /** The lead typed in, or the batch. */
  readonly lead: number | null
  readonly batch: number | null
  /** Why, where that is known (an import was running, first score after the start ...); null otherwise. */
  readonly cause: string | null
}

/** How long the scorings of a window took. */
export interface LatencyReport {
  readonly window: WindowFacts
  /** The answer in one or two sentences. */
  readonly headline: string
  readonly verdict: 'fast' | 'slow' | 'not_judged' | 'no_operations'
  readonly operations: readonly OperationLatency[]
  /** The slowest ten. */
  readonly slowest: readonly SlowOperation[]
  /** The machine of the bundle's baseline, in words; null for a bundle without. */
  readonly baselineMachine: string | null
  readonly madeAt: string
}

/** What succeeded and failed, how much is stored, and whether it is sound. Times are ISO 8601 in UTC. */
export interface HealthReport extends Health {
  /** In sentences, the worst first. */
  readonly findings: readonly {
    readonly severity: 'ok' | 'warning' | 'problem' | 'unknown'
    readonly sentence: string
  }[]
  /** Predictions and operations by day, oldest first, at most the last 90 days with any. */
  readonly days: readonly {
    readonly day: string
    readonly predictions: number
    readonly operations: number
    readonly failed: number
  }[]
  readonly integrity: { readonly checkedAt: string; readonly ok: boolean; readonly sentence: string } | null
  readonly diskFreeBytes: number | null
  readonly madeAt: string
}
