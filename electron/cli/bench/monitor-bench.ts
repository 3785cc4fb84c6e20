/** `npm run bench -- monitor`: how long reports on histories of every size take. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median } from '../../../model/statistics/median.ts'
import { note } from '../output.ts'
import { buildApp } from './built-engine.ts'
import { generateLeadsFile } from './generate-leads-file.ts'
import { markdownTable } from './markdown-table.ts'
import type { MonitorMeasurement, MonitorQuestion } from './monitor-once.ts'
import {
  describeWindows,
  type MonitorWindowMeasurement,
  measureMonitorWindow,
  WINDOW_FROM,
} from './monitor-window.ts'
import { runScript } from './run-script.ts'
import type { SingleScoresMeasurement } from './single-scores-once.ts'

/** Medians for one size of history. */
export interface MonitorResult extends Omit<MonitorMeasurement, 'ms'> {
  readonly repeats: number
  readonly medianMs: Readonly<Record<MonitorQuestion, number>>
  /** null for a history that is too small to be felt. */
  readonly window: MonitorWindowMeasurement | null
}

/** Medians for a history of leads that were scored one by one: each has times of its own, where an import's share theirs. */
export interface SingleScoresResult {
  readonly scores: number
  readonly repeats: number
  readonly medianMs: { readonly latency: number; readonly health: number }
}

/** What `npm run bench -- monitor` measures. */
export interface MonitorBench {
  readonly sizes: readonly MonitorResult[]
  readonly singleScores: SingleScoresResult
}

const SIZES = [1000, 10_000, 100_000, 1_000_000]

/** Measures histories of every size up to `maxRows`. */
export function benchMonitor(maxRows: number, repeats: number): MonitorBench {
  const folder = mkdtempSync(join(tmpdir(), 'leadlight-bench-'))
  try {
    // The window is that of the built app.
    if (maxRows >= WINDOW_FROM) buildApp()
    const sizes = SIZES.filter((rows) => rows <= maxRows).map((rows) => benchSize(folder, rows, repeats))
    return { sizes, singleScores: benchSingleScores(folder, maxRows, repeats) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function benchSize(folder: string, rows: number, repeats: number): MonitorResult {
  note(`${rows.toLocaleString('en')} leads`)
  const file = join(folder, `leads-${rows}.csv`)
  const userData = join(folder, `app-${rows}`)
  const data = join(userData, 'data')
  generateLeadsFile(file, rows)
  const { ms, ...rest } = runScript<MonitorMeasurement>('monitor-once.ts', [file, data, String(repeats)])
  const window = rows < WINDOW_FROM ? null : measureMonitorWindow(userData)
  rmSync(userData, { recursive: true })
  const medianOf = (question: MonitorQuestion) => median(Float64Array.from(ms[question]))
  return {
    ...rest,
    repeats,
    window,
    medianMs: {
      driftSizeAware: medianOf('driftSizeAware'),
      driftCached: medianOf('driftCached'),
      driftStatistics: medianOf('driftStatistics'),
      leadsBehind: medianOf('leadsBehind'),
      timeline: medianOf('timeline'),
      latency: medianOf('latency'),
      health: medianOf('health'),
    },
  }
}

function benchSingleScores(folder: string, scores: number, repeats: number): SingleScoresResult {
  note(`${scores.toLocaleString('en')} single scores`)
  const measured = runScript<SingleScoresMeasurement>('single-scores-once.ts', [
    String(scores),
    join(folder, 'data-single'),
    String(repeats),
  ])
  const medianOf = (ms: readonly number[]) => median(Float64Array.from(ms))
  return {
    scores,
    repeats,
    medianMs: { latency: medianOf(measured.latencyMs), health: medianOf(measured.healthMs) },
  }
}

/** The results as tables for a person. */
export function describeMonitor({ sizes, singleScores }: MonitorBench): string[] {
  const ms = (value: number) => (value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en'))
  return [
    'Milliseconds (medians); 19 fields against 2,000 reference leads',
    ...markdownTable([
      [
        'leads',
        'drift report, size-aware',
        'the same again',
        'statistics only (Evidently rule)',
        'leads behind a finding',
        'timeline',
        'latency',
        'health',
        'main thread held up',
        'fields drifted',
      ],
      ...sizes.map(({ leads, medianMs, mainStallMs, driftedFields }) => [
        leads.toLocaleString('en'),
        ms(medianMs.driftSizeAware),
        ms(medianMs.driftCached),
        ms(medianMs.driftStatistics),
        ms(medianMs.leadsBehind),
        ms(medianMs.timeline),
        ms(medianMs.latency),
        ms(medianMs.health),
        ms(mainStallMs),
        String(driftedFields),
      ]),
    ]),
    ...describeWindows(sizes.flatMap(({ leads, window }) => (window ? [{ leads, ...window }] : []))),
    '',
    'Milliseconds (medians); leads scored one by one',
    ...markdownTable([
      ['scores', 'latency', 'health'],
      [
        singleScores.scores.toLocaleString('en'),
        ms(singleScores.medianMs.latency),
        ms(singleScores.medianMs.health),
      ],
    ]),
  ]
}
