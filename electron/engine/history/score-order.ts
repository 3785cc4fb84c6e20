/** Sorts predictions by score in portions, so that a thread sorting a million of them still answers in between. */

/** Predictions by position: `ids[i]` has `scores[i]`. Ids ascend. */
export interface ScoredIds {
  readonly ids: Float64Array
  readonly scores: Float32Array
}

const BUCKETS = 4096
const PORTION = 4096

/** Positions by ascending score, then id, in portions of some thousand. Each portion is sorted when it is asked for. */
export function* byAscendingScore({ scores }: ScoredIds): Generator<Uint32Array> {
  const { order, bucketEnds } = distribute(scores)
  let start = 0
  for (const end of bucketEnds) {
    if (end === start) continue
    if (end - start < PORTION && end < order.length) continue
    // Positions ascend with ids, so they settle ties.
    yield order.subarray(start, end).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0) || a - b)
    start = end
  }
}

/** Positions grouped by score, coarsely: one pass to count, one to place. */
function distribute(scores: Float32Array) {
  const bucketOf = (score: number) => Math.min(BUCKETS - 1, Math.floor(score * BUCKETS))
  const bucketEnds = new Uint32Array(BUCKETS)
  for (const score of scores) {
    const bucket = bucketOf(score)
    bucketEnds[bucket] = (bucketEnds[bucket] ?? 0) + 1
  }
  let total = 0
  const next = bucketEnds.map((count) => {
    total += count
    return total - count
  })
  const order = new Uint32Array(scores.length)
  scores.forEach((score, position) => {
    const bucket = bucketOf(score)
    const place = next[bucket] ?? 0
    order[place] = position
    next[bucket] = place + 1
  })
  // Every bucket now ends where its next entry would go.
  return { order, bucketEnds: next }
}
