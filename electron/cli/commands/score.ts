/** `score FILE`: imports a file, scores it, stores it; with `--dry-run` says what that would do. */
import { type Command, Option } from 'commander'
import type { CheckReport, ImportSettings } from '../../contract/importing.ts'
import { Refusal } from '../../contract/result.ts'
import type { Engine } from '../../engine/engine.ts'
import { withCommonOptions } from '../common-options.ts'
import { describeCheck, describeQuestion, describeSummary } from '../describe-import.ts'
import { dryRunDocument, refusedDocument } from '../dry-run-document.ts'
import type { Ending } from '../ending.ts'
import { interruptible } from '../interruptible.ts'
import { type OutOptions, outFileOf, withOutOptions } from '../out-options.ts'
import { note, print } from '../output.ts'
import { overrideMapping, requireField } from '../override-mapping.ts'
import { type SettingsOptions, settingsOf, withSettingsOptions } from '../settings-options.ts'
import { tellEnd } from '../tell-end.ts'
import { type CommonOptions, withEngine } from '../with-engine.ts'

interface ScoreOptions extends CommonOptions, SettingsOptions, OutOptions {
  readonly dryRun?: boolean
  readonly cells?: boolean
}

/** Adds the command. */
export function addScore(program: Command, ending: Ending): void {
  const command = program
    .command('score')
    .argument('<file>', 'a CSV file or workbook of leads')
    .description('import a file, score it and store it')
    .option('--model <id>', 'the model to score with (default: the active one)')
    .addOption(
      new Option('--dry-run', 'say what an import would do, and store nothing').conflicts([
        'out',
        'rejects',
        'rank',
      ]),
    )
    .option('--cells', 'with --dry-run --json: also the values of the first 200 rows')
  withCommonOptions(withSettingsOptions(withOutOptions(command))).action(
    async (file: string, options: ScoreOptions) => {
      if (options.cells && !(options.dryRun && options.json))
        command.error("error: option '--cells' goes with --dry-run and --json")
      if (options.dryRun) await dryRun(file, options, ending)
      else await score(file, options, ending)
    },
  )
}

async function dryRun(file: string, options: ScoreOptions, ending: Ending): Promise<void> {
  try {
    printCheck(await check(file, options), options, ending)
  } catch (error) {
    if (error instanceof Refusal && options.json) print(options, refusedDocument(error.error), () => [])
    throw error
  }
}

function check(file: string, options: ScoreOptions): Promise<CheckReport> {
  return withEngine(options, 'read', (engine) =>
    interruptible(options, async (job) =>
      engine.checkFile(file, await settingsFor(engine, file, options), {
        ...job,
        cells: options.cells === true,
      }),
    ),
  )
}

function printCheck(report: CheckReport, options: ScoreOptions, ending: Ending): void {
  if (report.cancelled || report.outcome === 'ask' || report.outcome === 'refuse') ending.code = 1
  if (!options.json) print(options, report, describeCheck)
  else {
    print(options, dryRunDocument(report), () => [])
    for (const line of whatStops(report)) note(line)
  }
}

function whatStops({ outcome, message, question }: CheckReport): string[] {
  if (question)
    return describeQuestion(question).map((line, index) => (index === 0 ? `error: ${line}` : line))
  return outcome === 'refuse' ? [`error: ${message ?? 'the file cannot be imported'}`] : []
}

async function score(file: string, options: ScoreOptions, ending: Ending): Promise<void> {
  const outFile = outFileOf(options)
  const summary = await withEngine(options, 'write', (engine) =>
    interruptible(options, async (job) => {
      const settings = await settingsFor(engine, file, options)
      const done = await engine.importFile(file, settings, { ...job, ...outFile })
      await tellEnd(engine, done, options, ending)
      return done
    }),
  )
  print(options, summary, describeSummary)
}

/** The settings of an import with what `--map` wishes; without a wish the mapping is as remembered or suggested. */
async function settingsFor(engine: Engine, file: string, options: ScoreOptions): Promise<ImportSettings> {
  const settings = settingsOf(options)
  const fieldNames = new Set(engine.manifest.fields.map(({ name }) => name))
  for (const field of Object.keys(options.scale)) requireField(field, fieldNames)
  if (options.map.length === 0) return settings
  const { columns, settings: resolved } = await engine.inspectFile(file, settings)
  return { ...settings, mapping: overrideMapping(resolved.mapping ?? [], options.map, columns, fieldNames) }
}
