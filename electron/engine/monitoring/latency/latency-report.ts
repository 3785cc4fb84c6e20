/** The latency report: how long scoring took, by operation and stage, against the model's and this machine's own measure. */
import type { LatencyBaseline } from '../../../../model/bundle/latency-baseline.ts'
import type { Thresholds } from '../../../contract/alerts.ts'
import type { LatencyReport, LatencyRequest, OperationLatency } from '../../../contract/performance.ts'
import type { WindowFacts } from '../../../contract/windows.ts'
import type { ReadHandle } from '../../history/connection.ts'
import { windowName } from '../windows/window-facts.ts'
import { describeTimes } from './describe-times.ts'
import { explainSlow } from './explain-slow.ts'
import { type FirstWeeks, readFirstWeeks } from './first-weeks.ts'
import { describeMachine, judgeLatency } from './latency-sentences.ts'
import { slowestOperations } from './slowest-operations.ts'
import { groupTimes, type StageTimes, singleTimes } from './stage-times.ts'
import { timeHistogram } from './time-histogram.ts'
import { timeTrend } from './time-trend.ts'
import { NO_OPERATIONS, readWindowOperations, type WindowOperations } from './window-operations.ts'

const SLOWEST = 10

/** What the report is made of besides the history. */
export interface LatencyParts {
  /** Of the active model; null for one without. */
  readonly baseline: LatencyBaseline | null
  readonly thresholds: Thresholds
  readonly nowMs: number
}

/** Reports on the latency of a window, as of one moment; `db` is null while there is no history. */
export function reportLatency(
  db: ReadHandle | null,
  request: LatencyRequest,
  parts: LatencyParts,
): LatencyReport {
  // Of a scoring that an undone import takes along in the meantime, nobody could tell which lead it was.
  return db ? db.transaction(() => makeReport(db, request, parts))() : makeReport(null, request, parts)
}

function makeReport(
  db: ReadHandle | null,
  { window }: LatencyRequest,
  { baseline, thresholds, nowMs }: LatencyParts,
): LatencyReport {
  const operations = db ? readWindowOperations(db, window, nowMs) : NO_OPERATIONS
  const firstWeeks = db ? readFirstWeeks(db, nowMs) : { single: null, batch: null }
  const name = windowName(db, window)
  const times = singleTimes(operations.singles)
  const single = singleLatency(operations, times, { baseline, thresholds, firstWeeks })
  const batch = batchLatency(operations, { baseline, firstWeeks })
  return {
    window: describeWindow(name, operations),
    ...judgeLatency(window.kind === 'all' ? null : name, single, batch, thresholds),
    operations: [single, batch],
    slowest: db ? explainSlow(db, slowestOperations(operations, times.total.values, SLOWEST)) : [],
    baselineMachine: baseline && describeMachine(baseline),
    madeAt: new Date(nowMs).toISOString(),
  }
}

function singleLatency(
  { singles }: WindowOperations,
  times: StageTimes,
  { baseline, thresholds, firstWeeks }: Omit<LatencyParts, 'nowMs'> & { readonly firstWeeks: FirstWeeks },
): OperationLatency {
  return {
    operation: 'single',
    stages: describeStages(times),
    baseline: baseline?.single ?? null,
    firstWeeks: firstWeeks.single,
    histogram: timeHistogram(times.total),
    trend: timeTrend(singles.startedAt, times.total),
    thresholds: { p95: thresholds.slowP95Ms, p99: thresholds.slowP99Ms },
  }
}

function batchLatency(
  { groups }: WindowOperations,
  { baseline, firstWeeks }: Pick<LatencyParts, 'baseline'> & { readonly firstWeeks: FirstWeeks },
): OperationLatency {
  const times = groupTimes(groups)
  return {
    operation: 'batch',
    stages: describeStages(times),
    baseline: baseline?.batch ?? null,
    firstWeeks: firstWeeks.batch,
    histogram: timeHistogram(times.total),
    trend: timeTrend(
      groups.map(({ startedAt }) => startedAt),
      times.total,
    ),
    thresholds: { p95: null, p99: null },
  }
}

function describeStages(times: StageTimes): OperationLatency['stages'] {
  const [features, inference] = [describeTimes(times.features), describeTimes(times.inference)]
  const [storage, total] = [describeTimes(times.storage), describeTimes(times.total)]
  return features && inference && storage && total && { features, inference, storage, total }
}

/** Leads are scorings here: one that was scored twice took its time twice. */
function describeWindow(name: string, { singles, groups }: WindowOperations): WindowFacts {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  const add = (at: number) => {
    if (at < from) from = at
    if (at > to) to = at
  }
  for (let i = 0; i < singles.count; i += 1) add(singles.startedAt[i] ?? 0)
  for (const { startedAt } of groups) add(startedAt)
  const leads = groups.reduce((sum, { rows }) => sum + rows, singles.count)
  const moment = (ms: number) => (leads === 0 ? null : new Date(ms).toISOString())
  return { name, leads, from: moment(from), to: moment(to) }
}
