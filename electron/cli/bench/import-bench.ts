/** `npm run bench -- import`: how fast a file of leads goes in, what it takes, and how that compares with a plain pipeline. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median } from '../../../model/statistics/median.ts'
import { quantile } from '../../../model/statistics/quantile.ts'
import { note } from '../output.ts'
import { buildApp } from './built-engine.ts'
import { generateLeadsFile } from './generate-leads-file.ts'
import type { ImportMeasurement } from './import-once.ts'
import { measureStages, type StageCosts } from './measure-stages.ts'
import type { PlainMeasurement } from './plain-once.ts'
import { runScript } from './run-script.ts'
import type { TakeBackMeasurement } from './take-back-once.ts'
import { yardstickMbPerSecond } from './yardstick.ts'

/** Medians for one file size. */
export interface ImportResult {
  readonly rows: number
  readonly bytesPerRow: number
  readonly repeats: number
  /** With nothing else going on. */
  readonly alone: Rate & {
    /** Making the leads searchable after the import was reported. */
    readonly searchSeconds: number
    readonly searchCpuSeconds: number
  }
  /** While single leads are saved, one after the other. */
  readonly besideLeads: Rate & { readonly leadP50Ms: number; readonly leadP95Ms: number }
  /** Largest of all repeats. */
  readonly peakMb: number
  readonly mainStallMs: number
  readonly databaseBytesPerLead: number
  readonly stages: StageCosts
  readonly plain: Rate & { readonly peakMb: number }
  /** How many times as fast as the plain pipeline, and as sparing of CPU time. */
  readonly timesPlain: number
  readonly timesPlainCpu: number
}

interface Rate {
  readonly rowsPerSecond: number
  readonly cpuSeconds: number
}

/** Pause between two single leads, ms. */
const LEAD_EVERY_MS = 20

/** Sizes and how often each is measured. */
const RUNS: readonly (readonly [rows: number, repeats: number])[] = [
  [10_000, 5],
  [100_000, 3],
  [1_000_000, 1],
]

/** What `npm run bench -- import` measures. */
export interface ImportBench {
  /** What csv-parse alone reads here: how fast the machine is. */
  readonly yardstickMbPerSecond: number
  readonly sizes: readonly ImportResult[]
  readonly takeBack: TakeBackMeasurement
  /** The largest file imported in the window. */
  readonly window: WindowMeasurement
}

const YARDSTICK_REPEATS = 3
/** Rows of the import that is undone. */
const UNDONE_ROWS = 50_000

/** Measures every size up to `maxRows`, then taking back, then the window. */
export async function benchImport(maxRows: number): Promise<ImportBench> {
  const folder = mkdtempSync(join(tmpdir(), 'leadlight-bench-'))
  try {
    note('building')
    buildApp()
    const sizes: ImportResult[] = []
    for (const [rows, repeats] of RUNS.filter((run) => run[0] <= maxRows)) {
      sizes.push(await benchSize(folder, rows, repeats))
    }
    const undone = leadsFile(folder, UNDONE_ROWS)
    generateLeadsFile(undone, UNDONE_ROWS)
    const yardstick = await yardstickMbPerSecond(undone, YARDSTICK_REPEATS)
    const largest = leadsFile(folder, Math.max(UNDONE_ROWS, sizes.at(-1)?.rows ?? 0))
    note('cancelling and undoing')
    const takeBack: TakeBackMeasurement = runScript('take-back-once.ts', [
      largest,
      undone,
      join(folder, 'taken-back'),
    ])
    note('the window')
    const window: WindowMeasurement = runScript('../../../e2e/commands/measure-window.ts', [largest])
    return { yardstickMbPerSecond: yardstick, sizes, takeBack, window }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function leadsFile(folder: string, rows: number): string {
  return join(folder, `leads-${rows}.csv`)
}

async function benchSize(folder: string, rows: number, repeats: number): Promise<ImportResult> {
  const file = leadsFile(folder, rows)
  const bytes = generateLeadsFile(file, rows)
  const alone: ImportMeasurement[] = []
  const besideLeads: ImportMeasurement[] = []
  const plain: PlainMeasurement[] = []
  for (let repeat = 0; repeat < repeats; repeat++) {
    note(`${rows.toLocaleString('en')} rows, run ${repeat + 1} of ${repeats}`)
    // In turns, so that whatever else the machine does falls on both.
    const data = join(folder, `data-${rows}`)
    alone.push(runOnce('import-once.ts', file, data))
    besideLeads.push(runOnce('import-once.ts', file, data, [String(LEAD_EVERY_MS)]))
    plain.push(runOnce('plain-once.ts', file, join(folder, `plain-${rows}.db`)))
  }
  const stages = await measureStages(file, rows, repeats)
  return summarise({ rows, bytes, alone, besideLeads, plain, stages })
}

/** One run over a file; what it made is removed. */
function runOnce<T>(script: string, file: string, target: string, more: readonly string[] = []): T {
  const measurement: T = runScript(script, [file, target, ...more])
  rmSync(target, { recursive: true, force: true })
  return measurement
}

interface Measured {
  readonly rows: number
  readonly bytes: number
  readonly alone: readonly ImportMeasurement[]
  readonly besideLeads: readonly ImportMeasurement[]
  readonly plain: readonly PlainMeasurement[]
  readonly stages: StageCosts
}

function summarise({ rows, bytes, alone, besideLeads, plain, stages }: Measured): ImportResult {
  const leadMs = Float64Array.from(besideLeads.flatMap((run) => run.leadMs)).sort()
  const imports = [...alone, ...besideLeads]
  const own = rateOf(alone)
  const others = rateOf(plain)
  return {
    rows,
    bytesPerRow: bytes / rows,
    repeats: alone.length,
    alone: {
      ...own,
      searchSeconds: medianOf(alone, (run) => run.searchSeconds),
      searchCpuSeconds: medianOf(alone, (run) => run.searchCpuSeconds),
    },
    besideLeads: {
      ...rateOf(besideLeads),
      leadP50Ms: quantile(leadMs, 0.5),
      leadP95Ms: quantile(leadMs, 0.95),
    },
    peakMb: Math.max(...imports.map((run) => run.peakMb)),
    mainStallMs: Math.max(...imports.map((run) => run.mainStallMs)),
    databaseBytesPerLead: medianOf(alone, (run) => run.databaseBytes / run.accepted),
    stages,
    plain: { ...others, peakMb: Math.max(...plain.map((run) => run.peakMb)) },
    timesPlain: own.rowsPerSecond / others.rowsPerSecond,
    timesPlainCpu: others.cpuSeconds / own.cpuSeconds,
  }
}

function rateOf(runs: readonly (ImportMeasurement | PlainMeasurement)[]): Rate {
  return {
    rowsPerSecond: medianOf(runs, (run) => run.rows / run.seconds),
    cpuSeconds: medianOf(runs, (run) => run.cpuSeconds),
  }
}

function medianOf<T>(runs: readonly T[], value: (run: T) => number): number {
  return median(Float64Array.from(runs, value))
}

/** What the window went through, as `e2e/commands/measure-window.ts` prints it. */
export interface WindowMeasurement {
  readonly seconds: number
  readonly rendererStallMs: number
  readonly mainStallMs: number
  readonly leadMs: readonly number[]
}
