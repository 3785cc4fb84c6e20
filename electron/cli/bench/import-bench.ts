/** `npm run bench -- import`: how fast a file of leads goes in, what it takes, and how that compares with a plain pipeline. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median } from '../../../model/statistics/median.ts'
import { quantile } from '../../../model/statistics/quantile.ts'
import { note } from '../output.ts'
import { generateLeadsFile } from './generate-leads-file.ts'
import type { ImportMeasurement } from './import-once.ts'
import { measureStages, type StageCosts } from './measure-stages.ts'
import type { PlainMeasurement } from './plain-once.ts'
import { runScript } from './run-script.ts'
import type { TakeBackMeasurement } from './take-back-once.ts'

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

/** What `npm run bench -- import` measures. */
export interface ImportBench {
  readonly sizes: readonly ImportResult[]
  readonly takeBack: TakeBackMeasurement
  /** The largest file imported in the window. */
  readonly window: WindowMeasurement
}

/** Rows of the import that is undone. */
const UNDONE_ROWS = 50_000

/** Measures every size up to `maxRows`, then taking back, then the window. */
export async function benchImport(maxRows: number): Promise<ImportBench> {
  const folder = mkdtempSync(join(tmpdir(), 'leadlight-bench-'))
  try {
    const sizes: ImportResult[] = []
    for (const [rows, repeats] of RUNS.filter((run) => run[0] <= maxRows)) {
      sizes.push(await benchSize(folder, rows, repeats))
    }
    const largest = leadsFile(folder, sizes.at(-1)?.rows ?? 0)
    const undone = leadsFile(folder, UNDONE_ROWS)
    generateLeadsFile(undone, UNDONE_ROWS)
    note('cancelling and undoing')
    const takeBack: TakeBackMeasurement = runScript('take-back-once.ts', [
      largest,
      undone,
      join(folder, 'taken-back'),
    ])
    note('the window')
    const window: WindowMeasurement = runScript('../../../e2e/commands/measure-window.ts', [largest])
    return { sizes, takeBack, window }
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

/** One run over a file; what it made is removed. */
function runOnce<T>(script: string, file: string, target: string): T {
  const measurement: T = runScript(script, [file, target])
  rmSync(target, { recursive: true, force: true })
  return measurement
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

/** What the window went through, as `e2e/commands/measure-window.ts` prints it. */
export interface WindowMeasurement {
  readonly seconds: number
  readonly rendererStallMs: number
  readonly mainStallMs: number
  readonly leadMs: readonly number[]
}
