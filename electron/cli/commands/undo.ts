/** `undo BATCH`: takes the leads of an import out again. */
import type { Command } from 'commander'
import type { UndoSummary } from '../../contract/importing.ts'
import { withCommonOptions } from '../common-options.ts'
import { interruptible } from '../interruptible.ts'
import { print } from '../output.ts'
import { wholeNumber } from '../whole-number.ts'
import { type CommonOptions, withEngine } from '../with-engine.ts'

/** Adds the command. */
export function addUndo(program: Command): void {
  withCommonOptions(
    program
      .command('undo')
      .argument('<batch>', 'number of the import', wholeNumber)
      .description('take the leads of an import out again, but for those somebody has worked with'),
  ).action(async (batch: number, options: CommonOptions) => {
    const summary = await withEngine(options, 'write', (engine) =>
      interruptible(options, (job) => engine.undoBatch(batch, job)),
    )
    print(options, summary, describeUndo)
  })
}

const REASONS = { outcome: 'has an outcome', edited: 'was edited' } as const

function describeUndo({ batch, fileName, removed, kept, keptLeads }: UndoSummary): string[] {
  const more = kept - keptLeads.length
  return [
    `batch ${batch} (${fileName}): ${removed} leads were taken out`,
    ...(kept > 0 ? [`${kept} leads were kept, because somebody has worked with them:`] : []),
    ...keptLeads.map(
      ({ id, name, company, reason }) =>
        `  lead ${id}, ${name ?? '-'}, ${company ?? '-'}: ${REASONS[reason]}`,
    ),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ]
}
