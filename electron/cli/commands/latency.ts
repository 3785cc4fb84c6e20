/** `latency`: how long scoring took. */
import { type Command, Option } from 'commander'
import type { LatencyDistribution, LatencyReport, OperationLatency } from '../../contract/performance.ts'
import type { Window } from '../../contract/windows.ts'
import { counted } from '../../engine/sentences/counted.ts'
import { withCommonOptions } from '../common-options.ts'
import { print, table } from '../output.ts'
import { readWindowOption, WINDOW_FORMS } from '../window-option.ts'
import { type CommonOptions, withEngine } from '../with-engine.ts'

interface LatencyOptions extends CommonOptions {
  readonly window: Window
}

/** Adds the command. */
export function addLatency(program: Command): void {
  withCommonOptions(
    program
      .command('latency')
      .description('how long scoring took, by operation and stage')
      .addOption(
        new Option('--window <window>', `which scorings: ${WINDOW_FORMS}`)
          .argParser(readWindowOption)
          .default({ kind: 'all' }, 'all'),
      ),
  ).action(async (options: LatencyOptions) => {
    const { window } = options
    const report = await withEngine(options, 'read', (engine) => engine.latencyReport({ window }))
    print(options, report, describeLatency)
  })
}

const NAMES = { single: 'one lead', batch: 'in an import' } as const
const STAGES = ['features', 'inference', 'storage', 'total'] as const

function describeLatency({ headline, operations, slowest, baselineMachine }: LatencyReport): string[] {
  const rows = operations.flatMap(describeOperation)
  return [
    headline,
    ...(rows.length > 0
      ? ['', ...table([['per lead', 'n', 'mean', 'p50', 'p95', 'p99', 'max'], ...rows])]
      : []),
    ...(rows.length > 0 && baselineMachine !== null
      ? ['', `The model was measured on ${baselineMachine}`]
      : []),
    ...(slowest.length > 0 ? ['', 'slowest:'] : []),
    ...table(
      slowest.map(({ at, lead, batch, rows: count, totalMs, slowestStage, cause }) => [
        `  ${at.slice(0, 19).replace('T', ' ')} UTC`,
        lead !== null ? `lead ${lead}` : `${counted(count, 'lead')} of batch ${batch ?? '-'}`,
        inMs(totalMs),
        `mostly ${slowestStage}`,
        cause ?? '',
      ]),
    ),
  ]
}

function describeOperation({ operation, stages, baseline, firstWeeks }: OperationLatency): string[][] {
  if (!stages) return []
  return [
    ...STAGES.map((stage) =>
      row(stage === 'total' ? NAMES[operation] : `  ${stage}`, stages[stage]),
    ).reverse(),
    ...(baseline?.total ? [row('  when the model was measured', baseline.total)] : []),
    ...(firstWeeks ? [row('  first weeks on this machine', firstWeeks)] : []),
  ]
}

const row = (name: string, { n, mean, p50, p95, p99, max }: LatencyDistribution): string[] => [
  name,
  String(n),
  ...[mean, p50, p95, p99, max].map(inMs),
]

const inMs = (ms: number) => `${ms.toFixed(4)} ms`
