/** Where two samples of numbers differ most, as a limit that can be put into a sentence. */

/** More of the window than of the baseline lies on this side of the limit. */
export interface TellingCut {
  readonly side: 'below' | 'from'
  readonly limit: number
  /** Shares of each sample on that side. */
  readonly baseline: number
  readonly window: number
  /** Rows of the window on that side. */
  readonly count: number
}

const CANDIDATES = 40
const DIGITS = 3

/**
 * The limit at which the shares below it differ most; both samples ascending and not empty. Limits are rounded to three
 * digits (`whole`: to whole numbers) and compared as float32, like the values. null when no limit tells them apart.
 */
export function tellingCut(baseline: Float64Array, window: Float64Array, whole: boolean): TellingCut | null {
  let best: TellingCut | null = null
  for (const limit of candidates(baseline, window, whole)) {
    const below = Math.fround(limit)
    const counts = [countBelow(baseline, below), countBelow(window, below)] as const
    const [before, now] = [counts[0] / baseline.length, counts[1] / window.length]
    if (best !== null && Math.abs(now - before) <= Math.abs(best.window - best.baseline)) continue
    if (now === before) continue
    best =
      now > before
        ? { side: 'below', limit, baseline: before, window: now, count: counts[1] }
        : { side: 'from', limit, baseline: 1 - before, window: 1 - now, count: window.length - counts[1] }
  }
  return best
}

function candidates(baseline: Float64Array, window: Float64Array, whole: boolean): ReadonlySet<number> {
  const limits = new Set<number>()
  for (const sorted of [baseline, window]) {
    for (let i = 0; i <= CANDIDATES; i += 1) {
      const value = sorted[Math.floor((i / CANDIDATES) * (sorted.length - 1))] as number
      limits.add(whole ? Math.round(value) : Number(value.toPrecision(DIGITS)))
    }
  }
  return limits
}

/** How many of an ascending sample are below a limit. */
export function countBelow(sorted: Float64Array, limit: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] as number) < limit) low = middle + 1
    else high = middle
  }
  return low
}
