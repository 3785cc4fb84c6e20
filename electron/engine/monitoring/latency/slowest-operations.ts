/** Which scorings took longest for a lead. */
import type { SlowOperation } from '../../../contract/performance.ts'
import type { ImportGroup } from '../../history/read-operations.ts'
import { groupTotalUs } from './stage-times.ts'
import type { WindowOperations } from './window-operations.ts'

/** An operation before anybody has looked why it was slow. */
export interface SlowFound extends Omit<SlowOperation, 'lead' | 'cause'> {
  readonly id: number
  readonly startedAtMs: number
}

/**
 * The slowest `count`, by the time of one lead, the slowest first; of equal ones the older first. `totals` are the
 * milliseconds of the single ones.
 */
export function slowestOperations(
  operations: WindowOperations,
  totals: Float32Array,
  count: number,
): readonly SlowFound[] {
  const singles = largest(totals, count).map((place) => fromSingle(operations, place, totals[place] ?? 0))
  return [...singles, ...operations.groups.map(fromGroup)]
    .sort((a, b) => b.totalMs / b.rows - a.totalMs / a.rows || a.id - b.id)
    .slice(0, count)
}

/** Places of the largest values, the largest first; of equal ones the first. */
function largest(values: Float32Array, count: number): number[] {
  const places: number[] = []
  let least = Number.NEGATIVE_INFINITY
  for (let place = 0; place < values.length; place += 1) {
    const value = values[place] ?? 0
    if (value <= least) continue
    const after = places.findIndex((other) => (values[other] ?? 0) < value)
    places.splice(after === -1 ? places.length : after, 0, place)
    if (places.length > count) places.pop()
    if (places.length === count) least = values[places.at(-1) ?? 0] ?? least
  }
  return places
}

function fromSingle({ singles }: WindowOperations, place: number, totalMs: number): SlowFound {
  const startedAtMs = singles.startedAt[place] ?? 0
  return {
    id: singles.operations[place] ?? 0,
    operation: 'single',
    startedAtMs,
    at: new Date(startedAtMs).toISOString(),
    rows: 1,
    totalMs,
    slowestStage: longestStage(
      singles.featuresUs[place] ?? 0,
      singles.inferenceUs[place] ?? 0,
      singles.storageUs[place] ?? 0,
    ),
    batch: null,
  }
}

function fromGroup(group: ImportGroup): SlowFound {
  const { operation, startedAt, rows, batch, featuresUs, inferenceUs, storageUs } = group
  return {
    id: operation,
    operation: 'batch',
    startedAtMs: startedAt,
    at: new Date(startedAt).toISOString(),
    rows,
    totalMs: groupTotalUs(group) / 1000,
    slowestStage: longestStage(featuresUs, inferenceUs, storageUs ?? 0),
    batch,
  }
}

function longestStage(featuresUs: number, inferenceUs: number, storageUs: number): SlowFound['slowestStage'] {
  if (storageUs >= featuresUs && storageUs >= inferenceUs) return 'storage'
  return inferenceUs >= featuresUs ? 'inference' : 'features'
}
