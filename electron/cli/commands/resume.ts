/** `resume BATCH [FILE]`: goes on with an import that stopped half-way. */
import type { Command } from 'commander'
import { withCommonOptions } from '../common-options.ts'
import { describeSummary } from '../describe-import.ts'
import type { Ending } from '../ending.ts'
import { interruptible } from '../interruptible.ts'
import { print } from '../output.ts'
import { tellEnd } from '../tell-end.ts'
import { wholeNumber } from '../whole-number.ts'
import { type CommonOptions, withEngine } from '../with-engine.ts'

interface ResumeOptions extends CommonOptions {
  readonly rejects?: string
}

/** Adds the command. */
export function addResume(program: Command, ending: Ending): void {
  withCommonOptions(
    program
      .command('resume')
      .argument('<batch>', 'number of the import', wholeNumber)
      .argument('[file]', 'where its file is now, if it has moved')
      .description('go on with an import that stopped half-way')
      .option('--rejects <file>', 'write the rejected rows with their original columns plus the reason'),
  ).action(async (batch: number, file: string | undefined, options: ResumeOptions) => {
    const summary = await withEngine(options, 'write', (engine) =>
      interruptible(options, async (job) => {
        const done = await engine.resumeImport(batch, file ?? null, job)
        await tellEnd(engine, done, options, ending)
        return done
      }),
    )
    print(options, summary, describeSummary)
  })
}
