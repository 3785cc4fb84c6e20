/** `health`: how the engine and its data are doing. */
import type { Command } from 'commander'
import type { HealthReport } from '../../contract/performance.ts'
import type { Engine } from '../../engine/engine.ts'
import { NOT_CHECKED_YET } from '../../engine/monitoring/health/health-findings.ts'
import { counted } from '../../engine/sentences/counted.ts'
import { inBytes } from '../../engine/sentences/in-bytes.ts'
import { withCommonOptions } from '../common-options.ts'
import { interruptible } from '../interruptible.ts'
import { percent, print, table } from '../output.ts'
import { type CommonOptions, withEngine } from '../with-engine.ts'

interface HealthOptions extends CommonOptions {
  readonly check?: boolean
}

/** Adds the command. */
export function addHealth(program: Command): void {
  withCommonOptions(
    program
      .command('health')
      .description('success rate, errors, volume, database and model age')
      .option('--check', 'read every page of the database first; the result is not kept'),
  ).action(async (options: HealthOptions) => {
    const report = await withEngine(options, 'read', (engine) => readHealth(engine, options))
    print(options, report, describeHealth)
  })
}

/** A check made here stands in for the one that is kept: reading does not write. */
async function readHealth(engine: Engine, options: HealthOptions): Promise<HealthReport> {
  const report = await engine.healthReport()
  if (!options.check) return report
  const integrity = await interruptible(options, (job) => engine.checkIntegrity(job))
  const severity = integrity.ok ? 'ok' : 'problem'
  const finding = { severity, sentence: integrity.sentence } as const
  const before = report.integrity?.sentence ?? NOT_CHECKED_YET
  const others = report.findings.filter(({ sentence }) => sentence !== before)
  return { ...report, integrity, findings: integrity.ok ? [...others, finding] : [finding, ...others] }
}

const DAYS_SHOWN = 7

function describeHealth(report: HealthReport): string[] {
  const { predictions, batches, databaseBytes, operations, model, findings, integrity, days } = report
  const errors = Object.entries(operations.errorsByCode).map(([code, count]) => `${code} ${count}`)
  const age = `trained ${counted(model.ageDays, 'day')} ago${model.demo ? ' (demo model)' : ''}`
  return [
    ...findings.map(({ severity, sentence }) =>
      severity === 'warning' || severity === 'problem' ? `${severity}: ${sentence}` : sentence,
    ),
    '',
    ...table([
      ['predictions', String(predictions)],
      ['imports', String(batches)],
      ['database', `${inBytes(databaseBytes)}, ${describeCheck(integrity)}`],
      [
        'operations',
        operations.total === 0
          ? 'none yet'
          : `${operations.total}, ${percent(operations.successRate)} succeeded`,
      ],
      ['errors', errors.length > 0 ? errors.join(', ') : 'none'],
      ['model', `${model.name} ${model.version}, ${age}`],
      ...days
        .slice(-DAYS_SHOWN)
        .map((day) => [
          day.day,
          [
            counted(day.predictions, 'lead'),
            counted(day.operations, 'operation'),
            `${day.failed} failed`,
          ].join(', '),
        ]),
    ]),
  ]
}

function describeCheck(integrity: HealthReport['integrity']): string {
  if (!integrity) return 'not checked yet'
  return `${integrity.ok ? 'sound' : 'damaged'} when checked ${integrity.checkedAt.slice(0, 16).replace('T', ' ')} UTC`
}
