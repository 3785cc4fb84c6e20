/** `npm run bench -- import`: how fast a file of leads goes in, what it takes, and how that compares with a plain pipeline. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median } from '../../../model/statistics/median.ts'
import { quantile } from '../../../model/statistics/quantile.ts'
import { note, table } from '../output.ts'
import { generateLeadsFile } from './generate-leads-file.ts'
import type { ImportMeasurement } from './import-once.ts'
import { measureStages, STAGES, type StageCosts } from './measure-stages.ts'
import type { PlainMeasurement } from './plain-once.ts'

/** Medians for one file size. */
export interface ImportResult {
  readonly rows: number
  readonly bytesPerRow: number
  readonly repeats: number
  readonly rowsPerSecond: number
  readonly cpuSeconds: number
  /** Largest of the repeats. */
  readonly peakMb: number
  readonly databaseBytesPerLead: number
  readonly mainStallMs: number
  readonly leadP50Ms: number
  readonly leadP95Ms: number
  readonly stages: StageCosts
  readonly plain: { readonly rowsPerSecond: number; readonly cpuSeconds: number; readonly peakMb: number }
  /** How many times as fast as the plain pipeline. */
  readonly timesPlain: number
}

/** Sizes and how often each is measured. */
const RUNS: readonly (readonly [rows: number, repeats: number])[] = [
  [10_000, 5],
  [100_000, 3],
  [1_000_000, 1],
]

/** Measures every size up to `maxRows`. */
export async function benchImport(maxRows: number): Promise<readonly ImportResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'leadlight-bench-'))
  try {
    const results: ImportResult[] = []
    for (const [rows, repeats] of RUNS.filter((run) => run[0] <= maxRows)) {
      results.push(await benchSize(folder, rows, repeats))
    }
    return results
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function benchSize(folder: string, rows: number, repeats: number): Promise<ImportResult> {
  const file = join(folder, `leads-${rows}.csv`)
  const bytes = generateLeadsFile(file, rows)
  const imports: ImportMeasurement[] = []
  const plain: PlainMeasurement[] = []
  for (let repeat = 0; repeat < repeats; repeat++) {
    note(`${rows.toLocaleString('en')} rows, run ${repeat + 1} of ${repeats}`)
    // In turns, so that whatever else the machine does falls on both.
    imports.push(runOnce('import-once.ts', file, join(folder, `data-${rows}-${repeat}`)))
    plain.push(runOnce('plain-once.ts', file, join(folder, `plain-${rows}-${repeat}.db`)))
  }
  const stages = await measureStages(file, rows, repeats)
  return summarise({ rows, bytes, imports, plain, stages })
}

/** Runs a script of this folder in a process of its own and reads what it prints. */
function runOnce<T>(script: string, file: string, target: string): T {
  const child = spawnSync(process.execPath, [join(import.meta.dirname, script), file, target], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  rmSync(target, { recursive: true, force: true })
  if (child.status !== 0) throw new Error(`${script} failed`)
  return JSON.parse(child.stdout)
}

interface Measured {
  readonly rows: number
  readonly bytes: number
  readonly imports: readonly ImportMeasurement[]
  readonly plain: readonly PlainMeasurement[]
  readonly stages: StageCosts
}

function summarise({ rows, bytes, imports, plain, stages }: Measured): ImportResult {
  const leadMs = Float64Array.from(imports.flatMap((run) => run.leadMs)).sort()
  const rate = medianOf(imports, (run) => run.rows / run.seconds)
  const plainRate = medianOf(plain, (run) => run.rows / run.seconds)
  return {
    rows,
    bytesPerRow: bytes / rows,
    repeats: imports.length,
    rowsPerSecond: rate,
    cpuSeconds: medianOf(imports, (run) => run.cpuSeconds),
    peakMb: Math.max(...imports.map((run) => run.peakMb)),
    databaseBytesPerLead: medianOf(imports, (run) => run.databaseBytes / run.accepted),
    mainStallMs: Math.max(...imports.map((run) => run.mainStallMs)),
    leadP50Ms: quantile(leadMs, 0.5),
    leadP95Ms: quantile(leadMs, 0.95),
    stages,
    plain: {
      rowsPerSecond: plainRate,
      cpuSeconds: medianOf(plain, (run) => run.cpuSeconds),
      peakMb: Math.max(...plain.map((run) => run.peakMb)),
    },
    timesPlain: rate / plainRate,
  }
}

function medianOf<T>(runs: readonly T[], value: (run: T) => number): number {
  return median(Float64Array.from(runs, value))
}

/** The results as tables for a person. */
export function describeImport(results: readonly ImportResult[]): string[] {
  const whole = (value: number) => Math.round(value).toLocaleString('en')
  const ends = results.map((result) => [
    whole(result.rows),
    whole(result.rowsPerSecond),
    `${result.timesPlain.toFixed(1)}x`,
    result.cpuSeconds.toFixed(1),
    result.plain.cpuSeconds.toFixed(1),
    whole(result.peakMb),
    whole(result.databaseBytesPerLead),
    `${result.leadP50Ms.toFixed(1)} / ${result.leadP95Ms.toFixed(1)}`,
    result.mainStallMs.toFixed(0),
  ])
  const stages = results.map(({ rows, stages: costs }) => [
    whole(rows),
    ...STAGES.map((stage) => costs[stage].toFixed(2)),
    STAGES.reduce((sum, stage) => sum + costs[stage], 0).toFixed(2),
  ])
  return [
    'Whole import (a lead saved every 20 ms meanwhile), against csv-parse and JSON rows on one thread',
    ...table([
      [
        'rows',
        'rows/s',
        'plain',
        'CPU s',
        'plain CPU s',
        'peak MB',
        'bytes/lead',
        'lead p50/p95 ms',
        'main stall ms',
      ],
      ...ends,
    ]),
    '',
    'The import thread by stage, microseconds a row (storing has a thread of its own)',
    ...table([['rows', ...STAGES, 'sum'], ...stages]),
  ]
}
