/** Leads of one batch, found in the scores of its chunks: all of them are looked at, four bytes each. */
import type { Cursor } from '../../contract/history.ts'
import { scoredChunks } from './chunk-scores.ts'
import type { ReadHandle } from './connection.ts'

/** A lead's place in the order by score: by score, then by id. */
export type Place = readonly [score: number, id: number]

/** Which leads are wanted; not asked about those that are in no list. */
export type Wanted = (score: number, id: number) => boolean

/** Places are sorted when there are this many more than asked for. */
const MORE_THAN_ENOUGH = 4096

/** The first places of a batch in order of score, from after the cursor on. */
export function placesInBatch(
  db: ReadHandle,
  batch: number,
  wanted: Wanted,
  direction: 'best' | 'worst',
  after: Cursor | null,
  limit: number,
): Place[] {
  const sign = direction === 'best' ? -1 : 1
  const compare = (a: Place, b: Place) => sign * (a[0] - b[0] || a[1] - b[1])
  const cursor: Place | null = after && [after.score, after.id]
  let places: Place[] = []
  // Scores past these are before the cursor, or cannot be among the first any more.
  let lowest = direction === 'worst' && after ? after.score : 0
  let highest = direction === 'best' && after ? after.score : 1
  for (const { firstId, scores } of scoredChunks(db, batch)) {
    for (let i = 0; i < scores.length; i += 1) {
      const score = scores[i] as number
      // Not a number, which stands for a lead that is in no list, passes no comparison.
      if (!(score >= lowest && score <= highest) || !wanted(score, firstId + i)) continue
      const place: Place = [score, firstId + i]
      if (cursor === null || compare(place, cursor) > 0) places.push(place)
    }
    if (places.length > limit + MORE_THAN_ENOUGH) {
      places = places.sort(compare).slice(0, limit)
      const last = places.at(-1)?.[0] ?? 0
      if (direction === 'best') lowest = last
      else highest = last
    }
  }
  return places.sort(compare).slice(0, limit)
}

/** Ids of a batch by time, which is their own order, from after an id on. */
export function idsInBatch(
  db: ReadHandle,
  batch: number,
  wanted: Wanted,
  direction: 'newest' | 'oldest',
  after: number,
  limit: number,
): number[] {
  const ids: number[] = []
  const newest = direction === 'newest'
  for (const { firstId, scores } of scoredChunks(db, batch, newest ? 'DESC' : 'ASC')) {
    for (let step = 0; step < scores.length; step += 1) {
      const i = newest ? scores.length - 1 - step : step
      const id = firstId + i
      const score = scores[i] as number
      if (Number.isNaN(score) || (newest ? id >= after : id <= after) || !wanted(score, id)) continue
      ids.push(id)
      if (ids.length >= limit) return ids
    }
  }
  return ids
}

/** How many leads of a batch are wanted. */
export function countInBatch(db: ReadHandle, batch: number, wanted: Wanted): number {
  let count = 0
  for (const { firstId, scores } of scoredChunks(db, batch)) {
    scores.forEach((score, i) => {
      if (!Number.isNaN(score) && wanted(score, firstId + i)) count += 1
    })
  }
  return count
}
