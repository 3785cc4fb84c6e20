/** Pages of a search. */
import type { Cursor, LeadOrder } from '../../contract/history.ts'
import type { ReadHandle } from './connection.ts'
import { estimateHits } from './estimate-hits.ts'
import { findAllHits, type Hits } from './find-all-hits.ts'
import { findListed } from './find-listed.ts'
import type { LeadSelection } from './lead-selection.ts'
import { countSelected } from './score-rollup.ts'
import type { WordProbe } from './word-probe.ts'

/** What a search found. */
export interface FoundByWords {
  /** A page of ids, from after the cursor on. */
  page(order: LeadOrder, after: Cursor | null, limit: number): number[]
  /** How many leads there are; asked after the page it comes with. */
  total(): { readonly count: number; readonly isEstimate: boolean }
}

/** When a search looks through the list instead of the index. */
export interface WalkLimits {
  /** Leads; with fewer, going through everything the index has takes no time worth saving. */
  readonly fromLeads: number
  /** Leads looked through for a page at most. */
  readonly most: number
}

/** The limits of the app; tests have smaller ones. */
export const WALK_LIMITS: WalkLimits = { fromLeads: 100_000, most: 2048 }

/** Leads looked through first; each time twice as many follow. */
const FIRST_STRIDE = 256

/**
 * Looks for a selection's words; `words` is its query. A word that very many leads hold is met soon on a walk through
 * the list, and the index would name every one of them (a quarter of a microsecond each): the walk comes first.
 */
export function findByWords(
  db: ReadHandle,
  selection: LeadSelection,
  words: string,
  { probe, limits }: { readonly probe: WordProbe; readonly limits: WalkLimits },
): FoundByWords {
  const walks = countSelected(db, selection) >= limits.fromLeads
  const scoreOf = db.prepare<{ id: number }, number>('SELECT score FROM prediction WHERE id = :id').pluck()
  let hits: Hits | null = null
  let estimate: number | null = null
  const allHits = () => {
    hits ??= findAllHits(db, selection, words)
    return hits
  }

  /** A page of hits that lie close together; null when they do not. */
  function walk(order: LeadOrder, after: Cursor | null, limit: number): number[] | null {
    const found: number[] = []
    let cursor = after
    let seen = 0
    for (let stride = FIRST_STRIDE; seen + stride <= limits.most; stride *= 2) {
      const ids = findListed(db, selection, order, cursor, stride)
      const matching = probe(words, ids)
      found.push(...ids.filter((id) => matching.has(id)))
      // The list may have ended: then this is all there is.
      if (found.length >= limit || ids.length < stride) return found.slice(0, limit)
      seen += stride
      // Not dense enough to fill the page in time.
      if (found.length * limits.most < limit * seen) return null
      const last = ids.at(-1) ?? 0
      cursor = { score: scoreOf.get({ id: last }) ?? 0, id: last }
    }
    return null
  }

  return {
    page(order, after, limit) {
      const page = walks && hits === null ? walk(order, after, limit) : null
      return page ?? allHits().page(order, after, limit)
    },
    total() {
      if (walks && hits === null) estimate ??= estimateHits(db, selection, words, probe)
      return estimate === null || hits !== null
        ? { count: allHits().total, isEstimate: false }
        : { count: estimate, isEstimate: true }
    },
  }
}
