/** For tests: files made from known leads, written in every way a sales tool might write them. Every lead is invented. */
import fc from 'fast-check'
import type { Field } from '../../../../model/bundle/field.ts'
import type { Delimiter, Encoding } from '../../../contract/import-settings.ts'

/** What a row of the file holds, by field or part of the identity; null is an empty cell. */
export type Truth = Readonly<Record<string, string | number | null>>

/** How a table is written. */
export interface Writing {
  readonly delimiter: Delimiter
  readonly encoding: Extract<Encoding, 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'>
  readonly byteOrderMark: boolean
  readonly lineEnd: '\n' | '\r\n' | '\r'
  readonly lastLineEnd: boolean
  readonly decimal: '.' | ','
  /** Quotes around every cell, or only where they must be. */
  readonly quoteAll: boolean
  readonly blankLines: boolean
}

export interface Table {
  readonly bytes: Uint8Array
  readonly writing: Writing
  readonly truth: readonly Truth[]
}

/** Any way of writing. */
export const writings: fc.Arbitrary<Writing> = fc
  .record({
    delimiter: fc.constantFrom<Delimiter>(',', ';', '\t', '|'),
    encoding: fc.constantFrom<Writing['encoding']>('utf-8', 'utf-16le', 'utf-16be', 'windows-1252'),
    byteOrderMark: fc.boolean(),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    lastLineEnd: fc.boolean(),
    decimal: fc.constantFrom('.', ','),
    quoteAll: fc.boolean(),
    blankLines: fc.boolean(),
  })
  .map((writing) => ({
    ...writing,
    byteOrderMark: writing.byteOrderMark && writing.encoding !== 'windows-1252',
  }))

/** Words with everything that makes a cell hard to write, all of it in Windows-1252. */
const texts = fc
  .array(
    fc.constantFrom(
      'Éva',
      'sells',
      'a, b',
      'x;y',
      'p|q',
      'tab\there',
      'two\nlines',
      'she said "no"',
      '5" pipe',
      'né à',
      '€ 3',
      '–',
      '(1)',
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((words) => words.join(' '))

/** Tables with some of the fields and parts of the identity, in any order of columns. */
export function tables(fields: readonly Field[]): fc.Arbitrary<Table> {
  const columns = fc.shuffledSubarray([...fields.map(columnOf), ...IDENTITY], { minLength: 3 })
  return fc
    .tuple(columns, writings)
    .chain(([chosen, writing]) =>
      fc
        .array(fc.tuple(...chosen.map(({ values }) => fc.option(values, { freq: 8 }))), {
          minLength: 1,
          maxLength: 30,
        })
        .map((rows) => {
          // A row without anything is a blank line, which is no row.
          const kept = rows.filter((row) => row.some((value) => value !== null))
          const truth = kept.map((row) =>
            Object.fromEntries(chosen.map(({ name }, index) => [name, row[index] ?? null])),
          )
          return {
            writing,
            truth,
            bytes: write(
              chosen.map(({ header }) => header),
              kept,
              writing,
            ),
          }
        }),
    )
    .filter(({ truth }) => truth.length > 0)
}

interface Column {
  readonly name: string
  readonly header: string
  readonly values: fc.Arbitrary<string | number>
}

const IDENTITY: readonly Column[] = [
  { name: 'name', header: 'Full Name', values: texts.map((text) => `Invented ${text}`) },
  { name: 'company', header: 'Company', values: texts },
  { name: 'email', header: 'E-Mail', values: fc.nat(999).map((n) => `person${n}@example.com`) },
]

function columnOf(field: Field): Column {
  const { name, type, min = 0, max = 1, options = [] } = field
  const header = name
  if (type === 'integer') return { name, header, values: fc.integer({ min, max }) }
  if (type === 'number') {
    return {
      name,
      header,
      values: fc.integer({ min: min * 1000, max: max * 1000 }).map((value) => value / 1000),
    }
  }
  if (type === 'category' && options.length > 0) {
    return { name, header, values: fc.constantFrom(...options.map(({ value }) => value)) }
  }
  return { name, header, values: texts }
}

type Cells = readonly (string | number | null)[]

function write(headers: readonly string[], rows: readonly Cells[], writing: Writing): Uint8Array {
  const lines = [headers, ...rows].map((cells) =>
    cells.map((cell) => writeCell(cell, writing)).join(writing.delimiter),
  )
  if (writing.blankLines) lines.splice(2, 0, '')
  return encode(lines.join(writing.lineEnd) + (writing.lastLineEnd ? writing.lineEnd : ''), writing)
}

function writeCell(cell: string | number | null, { decimal, delimiter, quoteAll }: Writing): string {
  if (cell === null) return ''
  const text = typeof cell === 'number' ? String(cell).replace('.', decimal) : cell
  const needsQuotes = quoteAll || text.includes(delimiter) || /["\r\n]/.test(text)
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text
}

function encode(text: string, { encoding, byteOrderMark }: Writing): Uint8Array {
  const marked = byteOrderMark ? `\uFEFF${text}` : text
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(marked, 'utf8')
    case 'utf-16le':
      return Buffer.from(marked, 'utf16le')
    case 'utf-16be':
      return Buffer.from(marked, 'utf16le').swap16()
    case 'windows-1252':
      // Latin-1 but for the two signs of the words above that Windows put where Latin-1 has nothing.
      return Buffer.from(text.replaceAll('€', '\x80').replaceAll('–', '\x96'), 'latin1')
  }
}
