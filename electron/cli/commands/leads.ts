/** `leads`: lists the history, best first. */
import type { Command } from 'commander'
import { withCommonOptions } from '../common-options.ts'
import { type BestOptions, describeLeads, readBest } from '../lead-list.ts'
import { note, print } from '../output.ts'
import { wholeNumber } from '../whole-number.ts'
import { type CommonOptions, withEngine } from '../with-engine.ts'

/** Adds the command. */
export function addLeads(program: Command): void {
  withCommonOptions(
    program
      .command('leads')
      .description('list the history, best score first')
      .option('--batch <number>', 'only the leads of this import', wholeNumber)
      .option('--top <count>', 'how many to list', wholeNumber, 20)
      .option('--search <text>', 'words in name, company, e-mail or title'),
  ).action(async (options: CommonOptions & BestOptions) => {
    const found = await withEngine(options, 'read', (engine) => readBest(engine, options))
    print(options, found, ({ leads }) => describeLeads(leads))
    if (!options.json) note(`${found.leads.length} of ${found.total} leads`)
  })
}
