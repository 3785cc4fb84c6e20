/** `batches`: lists the imports, the newest first. */
import type { Command } from 'commander'
import type { Batch } from '../../contract/history.ts'
import { withCommonOptions } from '../common-options.ts'
import { percent, print, table } from '../output.ts'
import { type CommonOptions, withEngine } from '../with-engine.ts'

/** Adds the command. */
export function addBatches(program: Command): void {
  withCommonOptions(program.command('batches').description('list the imports, the newest first')).action(
    async (options: CommonOptions) => {
      print(options, await withEngine(options, 'read', (engine) => engine.batches()), describeBatches)
    },
  )
}

function describeBatches(batches: readonly Batch[]): string[] {
  if (batches.length === 0) return ['No imports.']
  const rows = batches.map((batch) => [
    String(batch.id),
    batch.resumable ? `${batch.state}, can go on` : batch.state,
    batch.startedAt.slice(0, 16).replace('T', ' '),
    String(batch.rows),
    String(batch.leads),
    String(batch.rejected),
    percent(batch.meanScore),
    batch.fileName,
  ])
  return table([['batch', 'state', 'began (UTC)', 'rows', 'leads', 'rejected', 'mean', 'file'], ...rows])
}
