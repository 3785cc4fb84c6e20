/** Lists of leads, best first. */
import type { LeadRow } from '../contract/history.ts'
import type { Engine } from '../engine/engine.ts'
import { percent, table } from './output.ts'

const PAGE = 500

/** Which leads, and how many of them. */
export interface BestOptions {
  readonly batch?: number
  readonly top: number
  readonly search?: string
}

/** The best leads, and how many there are in all. */
export async function readBest(
  engine: Pick<Engine, 'listLeads'>,
  { batch, top, search }: BestOptions,
): Promise<{ readonly total: number; readonly leads: readonly LeadRow[] }> {
  const filter = { ...(batch === undefined ? {} : { batch }), ...(search === undefined ? {} : { search }) }
  const leads: LeadRow[] = []
  for (;;) {
    const last = leads.at(-1)
    const page = await engine.listLeads({
      ...filter,
      order: 'best',
      limit: Math.min(top - leads.length, PAGE),
      ...(last ? { after: { score: last.score, id: last.id } } : {}),
    })
    leads.push(...page.rows)
    if (page.next === null || leads.length >= top) return { total: page.total, leads }
  }
}

/** The leads as a table. */
export function describeLeads(leads: readonly LeadRow[]): string[] {
  if (leads.length === 0) return ['No leads.']
  const rows = leads.map(({ id, score, band, name, title, company, batch }) => [
    percent(score),
    band,
    name ?? '-',
    title ?? '-',
    company ?? '-',
    batch === null ? 'typed in' : `batch ${batch}`,
    `lead ${id}`,
  ])
  return table([['score', 'band', 'name', 'title', 'company', 'from', 'id'], ...rows])
}
