/** The form in which the times of many single scores are kept: one column after the other, as they are computed with. */
import { openBlob, sealBlob } from './sealed-blob.ts'

/** Single scores, one per place; times in microseconds, `storageUs` NaN where it was never known. */
export interface LeadTimes {
  readonly count: number
  readonly operations: Float64Array<ArrayBuffer>
  readonly startedAt: Float64Array<ArrayBuffer>
  readonly featuresUs: Float32Array<ArrayBuffer>
  readonly inferenceUs: Float32Array<ArrayBuffer>
  readonly storageUs: Float32Array<ArrayBuffer>
}

const BYTES_EACH = 8 + 8 + 4 + 4 + 4

/** Places for `count` scores. */
export function createLeadTimes(count: number): LeadTimes {
  return {
    count,
    operations: new Float64Array(count),
    startedAt: new Float64Array(count),
    featuresUs: new Float32Array(count),
    inferenceUs: new Float32Array(count),
    storageUs: new Float32Array(count),
  }
}

/** A blob of these times. Not compressed: times are noise. */
export function encodeLeadTimes(times: LeadTimes): Uint8Array<ArrayBuffer> {
  const payload = new Uint8Array(times.count * BYTES_EACH)
  let offset = 0
  for (const column of columnsOf(times)) {
    payload.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), offset)
    offset += column.byteLength
  }
  return sealBlob(payload, null)
}

/** Puts the times of a blob into `target`, from place `at` on; answers how many they are. */
export function decodeLeadTimes(blob: Uint8Array, target: LeadTimes, at: number): number {
  const payload = openBlob(blob)
  const count = payload.length / BYTES_EACH
  let offset = 0
  for (const column of columnsOf(target)) {
    const bytes = count * column.BYTES_PER_ELEMENT
    const place = new Uint8Array(column.buffer, column.byteOffset + at * column.BYTES_PER_ELEMENT, bytes)
    place.set(payload.subarray(offset, offset + bytes))
    offset += bytes
  }
  return count
}

/** The first `count` of them, without copying. */
export const firstLeadTimes = (times: LeadTimes, count: number): LeadTimes => partOf(times, 0, count)

/** The last `count` of them, without copying. */
export const lastLeadTimes = (times: LeadTimes, count: number): LeadTimes =>
  partOf(times, times.count - count, times.count)

/** Those whose storing was timed; nearly always all of them. */
export function dropUntimed(times: LeadTimes): LeadTimes {
  if (times.storageUs.findIndex(Number.isNaN) === -1) return times
  const known = Array.from(times.storageUs, (us, place) => (Number.isNaN(us) ? -1 : place)).filter(
    (place) => place >= 0,
  )
  const pick = <T extends Float64Array | Float32Array>(column: T, into: T): T => {
    known.forEach((place, index) => {
      into[index] = column[place] ?? 0
    })
    return into
  }
  const count = known.length
  return {
    count,
    operations: pick(times.operations, new Float64Array(count)),
    startedAt: pick(times.startedAt, new Float64Array(count)),
    featuresUs: pick(times.featuresUs, new Float32Array(count)),
    inferenceUs: pick(times.inferenceUs, new Float32Array(count)),
    storageUs: pick(times.storageUs, new Float32Array(count)),
  }
}

function partOf(times: LeadTimes, from: number, to: number): LeadTimes {
  return {
    count: to - from,
    operations: times.operations.subarray(from, to),
    startedAt: times.startedAt.subarray(from, to),
    featuresUs: times.featuresUs.subarray(from, to),
    inferenceUs: times.inferenceUs.subarray(from, to),
    storageUs: times.storageUs.subarray(from, to),
  }
}

const columnsOf = (times: LeadTimes) => [
  times.operations,
  times.startedAt,
  times.featuresUs,
  times.inferenceUs,
  times.storageUs,
]
