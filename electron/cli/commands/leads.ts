/** `leads`: lists the history, best first. */
import { type Command, InvalidArgumentError } from 'commander'
import { z } from 'zod'
import type { LeadRow } from '../../contract/history.ts'
import { withCommonOptions } from '../common-options.ts'
import { note, percent, print, table } from '../output.ts'
import { type CommonOptions, withEngine } from '../with-engine.ts'

interface LeadsOptions extends CommonOptions {
  readonly batch?: number
  readonly top: number
  readonly search?: string
}

const PAGE = 500

/** Adds the command. */
export function addLeads(program: Command): void {
  withCommonOptions(
    program
      .command('leads')
      .description('list the history, best score first')
      .option('--batch <number>', 'only the leads of this import', wholeNumber)
      .option('--top <count>', 'how many to list', wholeNumber, 20)
      .option('--search <text>', 'words in name, company, e-mail or title'),
  ).action(async (options: LeadsOptions) => {
    const found = await withEngine(options, 'read', async (engine) => {
      const leads: LeadRow[] = []
      let page = await engine.listLeads(query(options, options.top))
      leads.push(...page.rows)
      while (page.next && leads.length < options.top) {
        page = await engine.listLeads({ ...query(options, options.top - leads.length), after: page.next })
        leads.push(...page.rows)
      }
      return { total: page.total, leads }
    })
    print(options, found, ({ leads }) => describeLeads(leads))
    if (!options.json) note(`${found.leads.length} of ${found.total} leads`)
  })
}

const query = (options: LeadsOptions, wanted: number) => ({
  order: 'best' as const,
  limit: Math.min(wanted, PAGE),
  ...(options.batch === undefined ? {} : { batch: options.batch }),
  ...(options.search === undefined ? {} : { search: options.search }),
})

function describeLeads(leads: readonly LeadRow[]): string[] {
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

function wholeNumber(text: string): number {
  const parsed = z.coerce.number().int().min(1).max(10_000_000).safeParse(text)
  if (!parsed.success) throw new InvalidArgumentError('Give a whole number of 1 or more.')
  return parsed.data
}
