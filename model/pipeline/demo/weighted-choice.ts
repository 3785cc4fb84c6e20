/** Draws from lists with shares, and lets one list follow another without changing its shares. */
import type { Random } from '../random.ts'

export type Weighted<T> = readonly (readonly [item: T, weight: number])[]

export type Chooser<T> = (random: Random) => T

/** Draws items in proportion to their weights. */
export function weightedChoice<T>(items: Weighted<T>): Chooser<T> {
  const total = items.reduce((sum, [, weight]) => sum + weight, 0)
  return (random) => {
    let left = random.next() * total
    for (const [item, weight] of items) {
      left -= weight
      if (left < 0) return item
    }
    const last = items.at(-1)
    if (!last) throw new Error('nothing to choose from')
    return last[0]
  }
}

/**
 * Draws from `target` so that it often agrees with a source that was drawn before: with chance `strength` the level the
 * source points to, otherwise one of what is left, with weights lowered so that the shares in all stay as given.
 */
export function followingChoice<S, T>(
  target: Weighted<T>,
  source: Weighted<S>,
  pointsTo: (item: S) => T | null,
  strength: number,
): (item: S, random: Random) => T {
  const sourceTotal = source.reduce((sum, [, weight]) => sum + weight, 0)
  const targetTotal = target.reduce((sum, [, weight]) => sum + weight, 0)
  const followed = new Map<T, number>()
  for (const [item, weight] of source) {
    const level = pointsTo(item)
    if (level !== null) followed.set(level, (followed.get(level) ?? 0) + (strength * weight) / sourceTotal)
  }
  const rest = weightedChoice(
    target.map(
      ([item, weight]) => [item, Math.max(0, weight / targetTotal - (followed.get(item) ?? 0))] as const,
    ),
  )
  return (item, random) => {
    const level = pointsTo(item)
    return level !== null && random.chance(strength) ? level : rest(random)
  }
}

/** Shares for levels too rare to be listed one by one: falling slowly, together as large as given. */
export function rareWeights<T>(items: readonly T[], together: number): Weighted<T> {
  const raw = items.map((_, rank) => 1 / (rank + 12))
  const total = raw.reduce((sum, weight) => sum + weight, 0)
  return items.map((item, rank) => [item, ((raw[rank] ?? 0) / total) * together] as const)
}
