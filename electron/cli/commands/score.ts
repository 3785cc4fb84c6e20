/** `score FILE`: imports a file, scores it, stores it. */
import { type Command, InvalidArgumentError } from 'commander'
import {
  type ColumnMapping,
  DEFAULT_SETTINGS,
  type FileInspection,
  type ImportProgress,
  type ImportSummary,
} from '../../contract/importing.ts'
import { withCommonOptions } from '../common-options.ts'
import { note, percent, print } from '../output.ts'
import { type MappingWish, overrideMapping, parseMappingWish } from '../override-mapping.ts'
import { type CommonOptions, withEngine } from '../with-engine.ts'

interface ScoreOptions extends CommonOptions {
  readonly out?: string
  readonly map: readonly MappingWish[]
}

/** Adds the command. */
export function addScore(program: Command): void {
  withCommonOptions(
    program
      .command('score')
      .argument('<file>', 'a CSV file of leads')
      .description('import a file, score it and store it')
      .option('--model <id>', 'the model to score with (default: the active one)')
      .option('--out <file>', 'write the original columns plus score, label and band')
      .option(
        '--map <FIELD=HEADER>',
        'read FIELD from the column HEADER; can be given again',
        collectWish,
        [],
      ),
  ).action(async (file: string, options: ScoreOptions) => {
    print(
      options,
      await withEngine(options, 'write', (engine) => scoreFile(engine, file, options)),
      describeSummary,
    )
  })
}

async function scoreFile(
  engine: Parameters<Parameters<typeof withEngine>[2]>[0],
  file: string,
  options: ScoreOptions,
): Promise<ImportSummary> {
  const inspection = await engine.inspectFile(file, DEFAULT_SETTINGS)
  const stop = new AbortController()
  const interrupt = () => stop.abort()
  process.once('SIGINT', interrupt)
  try {
    const summary = await engine.importFile(
      file,
      {
        ...DEFAULT_SETTINGS,
        mapping: mappingFor(inspection, engine.manifest.fields, options.map),
      },
      {
        job: crypto.randomUUID(),
        signal: stop.signal,
        onProgress: options.json ? () => {} : reportProgress,
        ...(options.out === undefined ? {} : { outFile: options.out }),
      },
    )
    if (summary.cancelled) {
      note(`stopped: the ${summary.accepted} leads scored so far are stored as batch ${summary.batch}`)
    }
    return summary
  } finally {
    process.off('SIGINT', interrupt)
  }
}

function mappingFor(
  inspection: FileInspection,
  fields: readonly { readonly name: string }[],
  wishes: readonly MappingWish[],
): ColumnMapping {
  const suggested = inspection.columns.flatMap(({ index, target }) =>
    target ? [{ column: index, target }] : [],
  )
  return overrideMapping(suggested, wishes, inspection.columns, new Set(fields.map(({ name }) => name)))
}

function collectWish(text: string, before: readonly MappingWish[]): readonly MappingWish[] {
  const wish = parseMappingWish(text)
  if (!wish) throw new InvalidArgumentError('Write it as FIELD=HEADER, e.g. --map jobtitle="Job Title".')
  return [...before, wish]
}

function reportProgress({ rows, rowsPerSecond, secondsLeft }: ImportProgress): void {
  const left = secondsLeft === null ? '' : `, ${Math.ceil(secondsLeft)} s left`
  if (process.stderr.isTTY)
    process.stderr.write(`\r${rows} rows, ${Math.round(rowsPerSecond)} rows/s${left}    `)
}

function describeSummary(summary: ImportSummary): string[] {
  const { batch, rows, accepted, rejected, seconds, rowsPerSecond, meanScore, bands, warnings, rejects } =
    summary
  return [
    `batch ${batch}: ${accepted} of ${rows} rows scored in ${seconds.toFixed(1)} s (${Math.round(rowsPerSecond)} rows/s)`,
    `hot ${bands.hot}, warm ${bands.warm}, cold ${bands.cold}; mean score ${percent(meanScore)}`,
    ...warnings.map(({ message }) => `note: ${message}`),
    ...(rejected > 0 ? [`${rejected} rows were not taken:`] : []),
    ...rejects.slice(0, 20).map(({ row, message }) => `  row ${row}: ${message}`),
    ...(rejected > 20 ? [`  and ${rejected - 20} more`] : []),
  ]
}
