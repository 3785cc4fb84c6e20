/** `npm run bench -- monitor`: how long reports on histories of every size take. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median } from '../../../model/statistics/median.ts'
import { note } from '../output.ts'
import { generateLeadsFile } from './generate-leads-file.ts'
import { markdownTable } from './markdown-table.ts'
import type { MonitorMeasurement, MonitorQuestion } from './monitor-once.ts'
import { runScript } from './run-script.ts'

/** Medians for one size of history. */
export interface MonitorResult extends Omit<MonitorMeasurement, 'ms'> {
  readonly repeats: number
  readonly medianMs: Readonly<Record<MonitorQuestion, number>>
}

const SIZES = [1000, 10_000, 100_000, 1_000_000]

/** Measures histories of every size up to `maxRows`. */
export function benchMonitor(maxRows: number, repeats: number): { readonly sizes: readonly MonitorResult[] } {
  const folder = mkdtempSync(join(tmpdir(), 'leadlight-bench-'))
  try {
    return { sizes: SIZES.filter((rows) => rows <= maxRows).map((rows) => benchSize(folder, rows, repeats)) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function benchSize(folder: string, rows: number, repeats: number): MonitorResult {
  note(`${rows.toLocaleString('en')} leads`)
  const file = join(folder, `leads-${rows}.csv`)
  const data = join(folder, `data-${rows}`)
  generateLeadsFile(file, rows)
  const { ms, ...rest } = runScript<MonitorMeasurement>('monitor-once.ts', [file, data, String(repeats)])
  rmSync(data, { recursive: true })
  const medianOf = (question: MonitorQuestion) => median(Float64Array.from(ms[question]))
  return {
    ...rest,
    repeats,
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

/** The results as a table for a person. */
export function describeMonitor({ sizes }: { readonly sizes: readonly MonitorResult[] }): string[] {
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
  ]
}
