/** The call list: pages of leads by score or time, filtered and searched. Never by offset. */
import type { Manifest } from '../../../model/bundle/manifest.ts'
import type { Cursor, LeadOrder, LeadPage, LeadQuery } from '../../contract/history.ts'
import type { ReadHandle } from './connection.ts'
import { findByScore } from './find-by-score.ts'
import { findByTime } from './find-by-time.ts'
import { type FoundByWords, findByWords } from './find-by-words.ts'
import { createLeadRows, type LeadRows } from './lead-rows.ts'
import { type LeadSelection, selectLeads } from './lead-selection.ts'
import { countSelected } from './score-rollup.ts'

export interface LeadLists {
  page(query: LeadQuery): LeadPage
  /** All ids of a filter in order, many at a time. */
  ids(filter: Omit<LeadQuery, 'after' | 'limit'>): Generator<readonly number[]>
  readonly rows: LeadRows
}

/** The lists of a history; `bands` are the active model's. */
export function createLeadLists(db: ReadHandle, bands: Manifest['bands']): LeadLists {
  const rows = createLeadRows(db, bands)
  const search = rememberLast(db)

  function find(selection: LeadSelection, order: LeadOrder, after: Cursor | null, limit: number): number[] {
    if (selection.words !== null) return search(selection, selection.words).page(order, after, limit)
    return order === 'best' || order === 'worst'
      ? findByScore(db, selection, order, after, limit)
      : findByTime(db, selection, order, after, limit)
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
      const total =
        selection.words === null ? countSelected(db, selection) : search(selection, selection.words).total
      return {
        rows: page,
        next: found.length > limit && last ? { score: last.score, id: last.id } : null,
        total,
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

/** Searching again for each page of the same search would cost as much as the first; any change forgets it. */
function rememberLast(db: ReadHandle) {
  let last: { readonly key: string; readonly found: FoundByWords } | null = null
  return (selection: LeadSelection, words: string): FoundByWords => {
    const key = JSON.stringify([selection, db.pragma('data_version', { simple: true })])
    if (last?.key !== key) last = { key, found: findByWords(db, selection, words) }
    return last.found
  }
}
