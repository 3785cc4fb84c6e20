/** `models`: the models this app knows. */
import type { Command } from 'commander'
import type { ModelInfo } from '../../contract/app-info.ts'
import { withCommonOptions } from '../common-options.ts'
import { print, table } from '../output.ts'
import { type CommonOptions, withEngine } from '../with-engine.ts'

/** Adds the command. */
export function addModels(program: Command): void {
  withCommonOptions(program.command('models').description('list the models')).action(
    async (options: CommonOptions) => {
      print(options, await withEngine(options, 'read', (engine) => engine.models()), describeModels)
    },
  )
}

function describeModels(models: readonly ModelInfo[]): string[] {
  const rows = models.map(({ id, trainedAt, active, demo, metrics }) => {
    const auc = metrics.find(({ name }) => name === 'auc')
    return [
      active ? '*' : '',
      id,
      `trained ${trainedAt}`,
      auc
        ? `AUC ${auc.value.toFixed(3)} (${auc.interval.map((bound) => bound.toFixed(3)).join(' to ')}, n = ${auc.n})`
        : '',
      demo ? 'demo model, trained on invented leads' : '',
    ]
  })
  return table(rows)
}
