/** Options that decide how a file is read. What is not said is found out from the file, or asked. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import {
  type DateOrder,
  DEFAULT_SETTINGS,
  type DecimalMark,
  type Delimiter,
  type DuplicatePolicy,
  ENCODINGS,
  type Encoding,
  type ImportSettings,
  type ReadSettings,
  type Scale,
  scaleSchema,
} from '../contract/importing.ts'
import { type MappingWish, parseMappingWish } from './override-mapping.ts'

/** The options as commander gives them. */
export interface SettingsOptions {
  readonly delimiter?: Delimiter
  readonly encoding?: Encoding
  readonly sheet?: string
  readonly header?: number
  readonly decimal?: DecimalMark
  readonly dates?: DateOrder
  readonly scale: Readonly<Record<string, Scale>>
  readonly duplicates: keyof typeof DUPLICATES
  readonly map: readonly MappingWish[]
}

/** Adds the options to a command. */
export function withSettingsOptions(command: Command): Command {
  return command
    .option('--delimiter <sign>', 'what separates cells: , ; | or tab', delimiter)
    .option('--encoding <name>', `how the text is written: ${ENCODINGS.join(', ')}`, encoding)
    .option('--sheet <name>', 'which sheet of a workbook')
    .option(
      '--header <line>',
      'yes, no, or which line holds the column names (blank lines not counted)',
      header,
    )
    .option('--decimal <sign>', 'decimal mark of all numbers: . or ,', decimal)
    .addOption(new Option('--dates <order>', 'order of day and month').choices(['dmy', 'mdy', 'ymd']))
    .addOption(
      new Option(
        '--scale <FIELD=FACTOR>',
        `what makes the model's numbers of a field's: ${FACTORS}; repeatable`,
      )
        .argParser(scale)
        .default({}, 'as in the file'),
    )
    .addOption(
      new Option('--duplicates <what>', 'what becomes of leads that are known already')
        .choices(Object.keys(DUPLICATES))
        .default('score'),
    )
    .addOption(
      new Option(
        '--map <FIELD=HEADER>',
        'read FIELD from the column HEADER, or from column number N with FIELD=#N; repeatable',
      )
        .argParser(collectWish)
        .default([], 'as remembered or recognised'),
    )
}

/** The settings these options stand for; the mapping is settled apart, as it needs the file. */
export function settingsOf(options: SettingsOptions): ImportSettings {
  const { delimiter, encoding, sheet, header, decimal, dates, scale, duplicates } = options
  const read: ReadSettings = {
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(header === undefined ? {} : { header }),
    ...(decimal === undefined ? {} : { decimal }),
    ...(dates === undefined ? {} : { dates }),
    ...(Object.keys(scale).length === 0 ? {} : { scale: { ...scale } }),
  }
  return { ...DEFAULT_SETTINGS, read, duplicates: DUPLICATES[duplicates] }
}

/** What becomes of known leads: the words of the command line. */
const DUPLICATES = { score: 'again', skip: 'skip', update: 'update' } as const satisfies Record<
  string,
  DuplicatePolicy
>

/** Factors that scales go by; their own names are understood too, as the questions about a file use them. */
const SCALE_FACTORS: Readonly<Record<string, Scale>> = { '0.01': 'percent', '100': 'fraction', '1': 'plain' }

const FACTORS = '0.01 or percent, 100 or fraction, 1 or plain'

const DELIMITER_NAMES: Readonly<Record<string, Delimiter>> = {
  ',': ',',
  comma: ',',
  ';': ';',
  semicolon: ';',
  '\t': '\t',
  '\\t': '\t',
  tab: '\t',
  '|': '|',
  pipe: '|',
}

function delimiter(text: string): Delimiter {
  return named(DELIMITER_NAMES, text) ?? invalid('Give , or ; or | or tab.')
}

/** Names people know the encodings by, beside their own. */
const ENCODING_NAMES: Readonly<Record<string, Encoding>> = {
  ...Object.fromEntries(ENCODINGS.map((name) => [name, name])),
  utf8: 'utf-8',
  'utf-16': 'utf-16le',
  utf16: 'utf-16le',
  cp1250: 'windows-1250',
  cp1252: 'windows-1252',
  ansi: 'windows-1252',
  latin1: 'iso-8859-1',
  'latin-1': 'iso-8859-1',
  latin9: 'iso-8859-15',
  macroman: 'macintosh',
  'mac-roman': 'macintosh',
}

function encoding(text: string): Encoding {
  return named(ENCODING_NAMES, text) ?? invalid(`Give one of ${ENCODINGS.join(', ')}.`)
}

function header(text: string): number {
  const line = { yes: 1, no: 0, none: 0 }[text.toLowerCase()] ?? Number(text)
  if (text.trim() !== '' && Number.isInteger(line) && line >= 0 && line <= 1000) return line
  return invalid('Give yes, no, or the number of a line up to 1000.')
}

function decimal(text: string): DecimalMark {
  const marks: Readonly<Record<string, DecimalMark>> = { '.': '.', point: '.', ',': ',', comma: ',' }
  return named(marks, text) ?? invalid('Give . or ,')
}

function scale(text: string, before: Readonly<Record<string, Scale>>): Readonly<Record<string, Scale>> {
  const wish = parseMappingWish(text)
  const name = wish?.header.trim() ?? ''
  const parsed = scaleSchema.safeParse(named(SCALE_FACTORS, name) ?? name)
  if (!wish || !parsed.success) return invalid(`Write it as FIELD=FACTOR; FACTOR is ${FACTORS}.`)
  return { ...before, [wish.field]: parsed.data }
}

function collectWish(text: string, before: readonly MappingWish[]): readonly MappingWish[] {
  const wish = parseMappingWish(text)
  if (!wish) return invalid('Write it as FIELD=HEADER, e.g. --map jobtitle="Job Title", or as FIELD=#3.')
  return [...before, wish]
}

function named<T>(names: Readonly<Record<string, T>>, text: string): T | undefined {
  const name = text.toLowerCase()
  return Object.hasOwn(names, name) ? names[name] : undefined
}

function invalid(sentence: string): never {
  throw new InvalidArgumentError(sentence)
}
