/** `health`: how the engine and its data are doing. */
import type { Command } from 'commander'
import type { Health } from '../../contract/history.ts'
import { withCommonOptions } from '../common-options.ts'
import { percent, print, table } from '../output.ts'
import { type CommonOptions, withEngine } from '../with-engine.ts'

/** Adds the command. */
export function addHealth(program: Command): void {
  withCommonOptions(
    program.command('health').description('success rate, errors, volume, database and model age'),
  ).action(async (options: CommonOptions) => {
    print(options, await withEngine(options, 'read', (engine) => engine.health()), describeHealth)
  })
}

function describeHealth({ predictions, batches, databaseBytes, operations, model }: Health): string[] {
  const errors = Object.entries(operations.errorsByCode).map(([code, count]) => `${code} ${count}`)
  return table([
    ['predictions', String(predictions)],
    ['imports', String(batches)],
    ['database', `${(databaseBytes / 1e6).toFixed(1)} MB`],
    ['operations', `${operations.total}, ${percent(operations.successRate)} succeeded`],
    ['errors', errors.length > 0 ? errors.join(', ') : 'none'],
    [
      'model',
      `${model.name} ${model.version}, trained ${model.ageDays} days ago${model.demo ? ' (demo model)' : ''}`,
    ],
  ])
}
