/** `doctor`: checks folder, database, model and runtime, one line each. */
import type { Command } from 'commander'
import { refuse } from '../../contract/result.ts'
import { withCommonOptions } from '../common-options.ts'
import { print, table } from '../output.ts'
import { type CommonOptions, withEngine } from '../with-engine.ts'

/** Adds the command. Exit code 1 when a check fails. */
export function addDoctor(program: Command): void {
  withCommonOptions(
    program.command('doctor').description('check data folder, database, model and runtime'),
  ).action(async (options: CommonOptions) => {
    const checks = await withEngine(options, 'read', (engine) => engine.doctor())
    print(options, { ok: checks.every(({ ok }) => ok), checks }, (report) =>
      table(report.checks.map(({ check, ok, message }) => [ok ? 'ok' : 'BAD', check, message])),
    )
    const failed = checks.filter(({ ok }) => !ok)
    if (failed.length > 0) refuse('doctor_found', `${failed.length} of ${checks.length} checks failed.`)
  })
}
