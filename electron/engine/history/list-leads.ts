/** The call list: pages of leads by score or time, filtered and searched. Never by offset. */
import type { Manifest } from '../../../model/bundle/manifest.ts'
import type { Cursor, LeadOrder, LeadPage, LeadQuery } from '../../contract/history.ts'
import { refuse } from '../../contract/result.ts'
import type { ReadHandle } from './connection.ts'
import { type FindBehind, findBehind } from './find-behind.ts'
import { findByWords, WALK_LIMITS, type WalkLimits } from './find-by-words.ts'
import { findListed } from './find-listed.ts'
import { createLeadRows, type LeadRows } from './lead-rows.ts'
import { type LeadSelection, selectLeads } from './lead-selection.ts'
import { countSelected } from './score-rollup.ts'
import { countUnsearched } from './unsearched.ts'
import { createWordProbe } from './word-probe.ts'

export interface LeadLists {
  page(query: LeadQuery): LeadPage
  /** All ids of a filter in order, many at a time. */
  ids(filter: Omit<LeadQuery, 'after' | 'limit'>): Generator<readonly number[]>
  readonly rows: LeadRows
}

/** What the lists are made with besides the history. */
export interface ListOptions {
  /** When a search walks through the list. */
  readonly limits?: WalkLimits
  /** How the leads behind a finding are found; without, lists of them are refused. */
  readonly behind?: FindBehind
}

/** The lists of a history; `bands` are the active model's. */
export function createLeadLists(
  db: ReadHandle,
  bands: Manifest['bands'],
  { limits = WALK_LIMITS, behind = findNone }: ListOptions = {},
): LeadLists {
  const rows = createLeadRows(db, bands)
  const probe = createWordProbe(db)
  const search = rememberLast(db, (selection) =>
    findByWords(db, selection, selection.words ?? '', { probe, limits }),
  )
  const findings = rememberLast(
    db,
    (selection) => {
      if (!selection.behind) throw new TypeError('a list of no finding')
      return findBehind(db, selection, selection.behind, behind)
    },
    behind.asOf,
  )

  function find(selection: LeadSelection, order: LeadOrder, after: Cursor | null, limit: number): number[] {
    if (selection.behind) return findings(selection).page(order, after, limit)
    return selection.words === null
      ? findListed(db, selection, order, after, limit)
      : search(selection).page(order, after, limit)
  }

  function total(selection: LeadSelection): Pick<LeadPage, 'total' | 'totalIsEstimate' | 'unsearched'> {
    if (selection.words === null) {
      return { total: selection.behind ? findings(selection).total : countSelected(db, selection) }
    }
    const { count, isEstimate } = selection.behind
      ? { count: findings(selection).total, isEstimate: false }
      : search(selection).total()
    const unsearched = countUnsearched(db)
    return {
      total: count,
      ...(isEstimate && { totalIsEstimate: true }),
      ...(unsearched > 0 && { unsearched }),
    }
  }

  return {
    rows,
    // One moment for rows and total, whatever is committed meanwhile.
    page: db.transaction(({ order, after, limit, ...filter }: LeadQuery): LeadPage => {
      const selection = selectLeads(filter, bands)
      // One more than asked for tells whether there is another page.
      const found = find(selection, order, after ?? null, limit + 1).map((id) => rows.get(id))
      const page = found.filter((row) => row !== null).slice(0, limit)
      const last = page.at(-1)
      return {
        rows: page,
        next: found.length > limit && last ? { score: last.score, id: last.id } : null,
        ...total(selection),
      }
    }),
    *ids({ order, ...filter }) {
      const selection = selectLeads(filter, bands)
      for (let after: Cursor | null = null; ; ) {
        const ids = find(selection, order, after, IDS_AT_ONCE)
        if (ids.length > 0) yield ids
        const last = rows.get(ids.at(-1) ?? 0)
        if (!last || ids.length < IDS_AT_ONCE) return
        after = { score: last.score, id: last.id }
      }
    },
  }
}

/** In order of score the leads of a page lie in all chunks, and each is decoded once a page: large pages pay. */
const IDS_AT_ONCE = 32_768

/** Finding again for each page of the same list would cost as much as the first; any change forgets it. */
function rememberLast<Found>(
  db: ReadHandle,
  find: (selection: LeadSelection) => Found,
  asOf: () => string = () => '',
): (selection: LeadSelection) => Found {
  let last: { readonly key: string; readonly found: Found } | null = null
  return (selection) => {
    const key = JSON.stringify([selection, db.pragma('data_version', { simple: true }), asOf()])
    if (last?.key !== key) last = { key, found: find(selection) }
    return last.found
  }
}

const findNone: FindBehind = {
  find: () => refuse('no_findings', 'Leads behind findings cannot be listed here.'),
  asOf: () => '',
}
