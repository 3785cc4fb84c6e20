/** The import benchmark's results as tables for a person. */
import { quantile } from '../../../model/statistics/quantile.ts'
import { table } from '../output.ts'
import type { ImportBench, ImportResult } from './import-bench.ts'
import { STAGES } from './measure-stages.ts'

/** The results as tables for a person. */
export function describeImport(results: ImportBench): string[] {
  return [
    'Whole import, against csv-parse and JSON rows on one thread; searchable some seconds later',
    ...table(wholeImports(results.sizes)),
    '',
    'The same with a lead saved every 20 ms meanwhile',
    ...table(besideLeads(results.sizes)),
    '',
    'The import thread by stage, microseconds a row (the history has a thread of its own)',
    ...table(stages(results.sizes)),
    '',
    'Taking back, and the window during the largest import',
    ...table(takeBackAndWindow(results)),
    '',
    `csv-parse alone, reading and nothing else, takes ${whole(results.yardstickMbPerSecond)} MB/s on this machine`,
  ]
}

function wholeImports(results: readonly ImportResult[]): string[][] {
  return [
    [
      'rows',
      'rows/s',
      'to plain',
      'CPU s',
      'plain CPU s',
      'to plain',
      'search s / CPU s',
      'peak MB',
      'bytes/lead',
    ],
    ...results.map(({ alone, plain, ...result }) => [
      whole(result.rows),
      whole(alone.rowsPerSecond),
      `${result.timesPlain.toFixed(1)}x`,
      alone.cpuSeconds.toFixed(1),
      plain.cpuSeconds.toFixed(1),
      `1/${result.timesPlainCpu.toFixed(1)}`,
      `${alone.searchSeconds.toFixed(1)} / ${alone.searchCpuSeconds.toFixed(1)}`,
      whole(result.peakMb),
      whole(result.databaseBytesPerLead),
    ]),
  ]
}

function besideLeads(results: readonly ImportResult[]): string[][] {
  return [
    ['rows', 'rows/s', 'CPU s', 'lead p50/p95 ms', 'main stall ms'],
    ...results.map(({ rows, mainStallMs, besideLeads }) => [
      whole(rows),
      whole(besideLeads.rowsPerSecond),
      besideLeads.cpuSeconds.toFixed(1),
      `${besideLeads.leadP50Ms.toFixed(1)} / ${besideLeads.leadP95Ms.toFixed(1)}`,
      mainStallMs.toFixed(0),
    ]),
  ]
}

function stages(results: readonly ImportResult[]): string[][] {
  return [
    ['rows', ...STAGES, 'sum'],
    ...results.map(({ rows, stages: costs }) => [
      whole(rows),
      ...STAGES.map((stage) => costs[stage].toFixed(2)),
      STAGES.reduce((sum, stage) => sum + costs[stage], 0).toFixed(2),
    ]),
  ]
}

function takeBackAndWindow({ takeBack, window }: ImportBench): string[][] {
  const leadMs = Float64Array.from(window.leadMs).sort()
  return [
    ['what', 'measured'],
    [`cancel after ${whole(takeBack.cancelledRows)} rows`, `${whole(takeBack.cancelMs)} ms`],
    [`undo of ${whole(takeBack.undoneRows)} leads`, `${takeBack.undoSeconds.toFixed(2)} s`],
    ['longest stall of the renderer', `${whole(window.rendererStallMs)} ms`],
    ['longest stall of the main process', `${whole(window.mainStallMs)} ms`],
    [
      'a lead from the window and back p50 / p95',
      `${quantile(leadMs, 0.5).toFixed(1)} / ${quantile(leadMs, 0.95).toFixed(1)} ms`,
    ],
  ]
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en')
}
