/** The times of a window by stage, milliseconds per lead. */
import type { Stage } from '../../../contract/performance.ts'
import type { LeadTimes } from '../../history/operation-pack.ts'
import type { ImportGroup } from '../../history/read-operations.ts'
import type { WeightedTimes } from './weighted-times.ts'

/** Times by stage, each with how many leads it counts for. */
export type StageTimes = Readonly<Record<Stage, WeightedTimes>>

const US_PER_MS = 1000

/** Of single scores. */
export function singleTimes(times: LeadTimes): StageTimes {
  return {
    features: each(inMs(times.featuresUs)),
    inference: each(inMs(times.inferenceUs)),
    storage: each(inMs(times.storageUs)),
    total: each(totalsOf(times)),
  }
}

/** Milliseconds of all stages of each single score. */
function totalsOf({ featuresUs, inferenceUs, storageUs }: LeadTimes): Float32Array<ArrayBuffer> {
  const totals = new Float32Array(featuresUs.length)
  for (let i = 0; i < totals.length; i += 1) {
    totals[i] = ((featuresUs[i] ?? 0) + (inferenceUs[i] ?? 0) + (storageUs[i] ?? 0)) / US_PER_MS
  }
  return totals
}

/** Of imports: each lead has an equal share of its group's time. */
export function groupTimes(groups: readonly ImportGroup[]): StageTimes {
  const weights = Float64Array.from(groups, ({ rows }) => rows)
  const share = (us: (group: ImportGroup) => number): WeightedTimes => ({
    values: Float32Array.from(groups, (group) => us(group) / US_PER_MS / group.rows),
    weights,
  })
  return {
    features: share(({ featuresUs }) => featuresUs),
    inference: share(({ inferenceUs }) => inferenceUs),
    storage: share(({ storageUs }) => storageUs ?? 0),
    total: share(groupTotalUs),
  }
}

/** Microseconds of all stages of a group. */
export const groupTotalUs = ({ featuresUs, inferenceUs, storageUs }: ImportGroup): number =>
  featuresUs + inferenceUs + (storageUs ?? 0)

const each = (values: Float32Array<ArrayBuffer>): WeightedTimes => ({ values, weights: null })

function inMs(us: Float32Array): Float32Array<ArrayBuffer> {
  const ms = new Float32Array(us.length)
  for (let i = 0; i < ms.length; i += 1) ms[i] = (us[i] ?? 0) / US_PER_MS
  return ms
}
