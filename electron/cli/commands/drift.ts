/** `drift`: whether the leads are still like those the model was made for. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import {
  type DriftReport,
  type DriftRequest,
  driftRuleSchema,
  type FieldDrift,
  type NamedTest,
  namedTestSchema,
} from '../../contract/drift.ts'
import type { Window } from '../../contract/windows.ts'
import { withCommonOptions } from '../common-options.ts'
import { interruptible } from '../interruptible.ts'
import { note, print, table } from '../output.ts'
import { readWindowOption, WINDOW_FORMS } from '../window-option.ts'
import { type CommonOptions, withEngine } from '../with-engine.ts'

interface DriftOptions {
  readonly window: Window
  readonly baseline?: Window
  readonly rule: string
  readonly test: Readonly<Record<string, NamedTest>>
  readonly html?: string
}

/** Adds the command. */
export function addDrift(program: Command): void {
  withCommonOptions(
    program
      .command('drift')
      .description('compare leads and scores with those the model was made for')
      .addOption(
        new Option('--window <window>', `which leads: ${WINDOW_FORMS}`)
          .argParser(readWindowOption)
          .default({ kind: 'all' }, 'all'),
      )
      .option('--baseline <window>', 'compare with these leads instead of the model’s own', readWindowOption)
      .addOption(
        new Option('--rule <rule>', 'how differences are judged')
          .choices(driftRuleSchema.options)
          .default('size-aware'),
      )
      .option(
        '--test <FIELD=TEST>',
        `judge FIELD by TEST (${namedTestSchema.options.join(', ')}); can be given again`,
        collectTest,
        {},
      )
      .option('--html <file>', 'also write the report, with speed and health, as a page that opens offline'),
  ).action(async (options: CommonOptions & DriftOptions) => {
    const { html } = options
    const report = await withEngine(options, 'read', (engine) =>
      interruptible(options, async ({ signal }) => {
        const request = requestOf(options)
        const made = await engine.driftReport(request, { signal })
        if (html !== undefined) {
          const { fileName } = await engine.saveReport(request, 'html', html, { signal })
          note(`The report was written to ${fileName}.`)
        }
        return made
      }),
    )
    print(options, report, describeDrift)
  })
}

function requestOf({ window, baseline, rule, test }: DriftOptions): DriftRequest {
  return {
    window,
    baseline: baseline ? { kind: 'window', window: baseline } : { kind: 'reference' },
    rule: driftRuleSchema.parse(rule),
    ...(Object.keys(test).length > 0 && { tests: test }),
  }
}

function collectTest(
  text: string,
  before: Readonly<Record<string, NamedTest>>,
): Readonly<Record<string, NamedTest>> {
  const at = text.lastIndexOf('=')
  const test = namedTestSchema.safeParse(text.slice(at + 1))
  if (at < 1 || !test.success) {
    throw new InvalidArgumentError(`Write FIELD=TEST with one of ${namedTestSchema.options.join(', ')}.`)
  }
  return { ...before, [text.slice(0, at)]: test.data }
}

function describeDrift({
  headline,
  noticeable,
  ruleSentence,
  score,
  overlap,
  fields,
}: DriftReport): string[] {
  const findings = fields.flatMap((field) => field.findings.map(({ sentence }) => `  ${sentence}`))
  return [
    headline,
    ...(score ? [score.sentence] : []),
    ...(overlap ? [overlap.sentence] : []),
    ...(findings.length > 0 ? ['', ...findings] : []),
    ...(fields.length > 0 ? ['', ...table([HEAD, ...fields.map(row)])] : []),
    '',
    ruleSentence,
    ...(noticeable ? [noticeable] : []),
  ]
}

const HEAD = ['field', 'verdict', 'statistic', 'value', 'p adjusted', 'missing', 'before']

function row({ field, measure, verdict, statistic, missing }: FieldDrift): string[] {
  const share = (part: number) => `${(part * 100).toFixed(1)}%`
  const p = statistic?.adjustedP ?? statistic?.p ?? null
  return [
    measure === 'value' ? field : `${field} (${measure})`,
    verdict,
    statistic?.name ?? '-',
    statistic ? statistic.value.toPrecision(3) : '-',
    p === null ? '-' : p.toPrecision(2),
    share(missing.window),
    share(missing.baseline),
  ]
}
