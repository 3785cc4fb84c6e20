/** `resume BATCH [FILE]`: goes on with an import that stopped half-way. */
import type { Command } from 'commander'
import { withCommonOptions } from '../common-options.ts'
import { describeSummary } from '../describe-import.ts'
import type { Ending } from '../ending.ts'
import { interruptible } from '../interruptible.ts'
import { type OutOptions, outFileOf, withOutOptions } from '../out-options.ts'
import { print } from '../output.ts'
import { tellEnd } from '../tell-end.ts'
import { wholeNumber } from '../whole-number.ts'
import { type CommonOptions, withEngine } from '../with-engine.ts'

interface ResumeOptions extends CommonOptions, OutOptions {}

/** Adds the command. */
export function addResume(program: Command, ending: Ending): void {
  const command = program
    .command('resume')
    .argument('<batch>', 'number of the import', wholeNumber)
    .argument('[file]', 'where its file is now, if it has moved')
    .description('go on with an import that stopped half-way; --out and --rejects take its first part too')
  withCommonOptions(withOutOptions(command)).action(
    async (batch: number, file: string | undefined, options: ResumeOptions) => {
      const outFile = outFileOf(options)
      const summary = await withEngine(options, 'write', (engine) =>
        interruptible(options, async (job) => {
          const done = await engine.resumeImport(batch, file ?? null, { ...job, ...outFile })
          await tellEnd(engine, done, options, ending)
          return done
        }),
      )
      print(options, summary, describeSummary)
    },
  )
}
