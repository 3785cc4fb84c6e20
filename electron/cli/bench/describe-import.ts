/** The import benchmark's results as tables for a person. */
import { quantile } from '../../../model/statistics/quantile.ts'
import { table } from '../output.ts'
import type { ImportBench } from './import-bench.ts'
import { STAGES } from './measure-stages.ts'

/** The results as tables for a person. */
export function describeImport({ sizes: results, takeBack, window }: ImportBench): string[] {
  const leadMs = Float64Array.from(window.leadMs).sort()
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
    'The import thread by stage, microseconds a row (the history has a thread of its own)',
    ...table([['rows', ...STAGES, 'sum'], ...stages]),
    '',
    'Taking back, and the window during the largest import',
    ...table([
      ['what', 'measured'],
      [`cancel after ${whole(takeBack.cancelledRows)} rows`, `${whole(takeBack.cancelMs)} ms`],
      [`undo of ${whole(takeBack.undoneRows)} leads`, `${takeBack.undoSeconds.toFixed(2)} s`],
      ['longest stall of the renderer', `${whole(window.rendererStallMs)} ms`],
      ['longest stall of the main process', `${whole(window.mainStallMs)} ms`],
      [
        'a lead from the window and back p50 / p95',
        `${quantile(leadMs, 0.5).toFixed(1)} / ${quantile(leadMs, 0.95).toFixed(1)} ms`,
      ],
    ]),
  ]
}
