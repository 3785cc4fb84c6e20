import { describe, expect, it } from 'vitest'
import { exampleField } from '../../../../model/bundle/example-field.ts'
import type { ReadSettings } from '../../../contract/importing.ts'
import { type ColumnSurvey, surveyColumns } from './survey-columns.ts'

const fields = [
  exampleField({ name: 'engagement', label: 'Engagement', type: 'number', min: 0, max: 1 }),
  exampleField({ name: 'quality', label: 'Quality', type: 'integer', min: 0, max: 100 }),
  exampleField({ name: 'revenue', label: 'Revenue', type: 'number', min: 0 }),
  exampleField({ name: 'metOn', label: 'Met on', type: 'date' }),
  exampleField({ name: 'title', label: 'Title', type: 'text' }),
]

/** Surveys columns given by field name with their cells, top to bottom. */
function survey(
  columns: Readonly<Record<string, readonly string[]>>,
  read: ReadSettings = {},
  thisYear?: number,
) {
  const headers = Object.keys(columns)
  const rowCount = Math.max(...Object.values(columns).map((cells) => cells.length))
  const firstRows = Array.from({ length: rowCount }, (_, row) =>
    headers.map((header) => columns[header]?.[row] ?? ''),
  )
  const mapping = headers.map((name, column) => ({ column, target: { kind: 'field', name } as const }))
  return surveyColumns({ headers, firstRows, mapping, fields, read, ...(thisYear ? { thisYear } : {}) })
}

const readIn = ({ columns }: ColumnSurvey, header: string, text: string) =>
  columns.find((column) => column.header === header)?.rules?.read(text).value

describe('the decimal mark', () => {
  it('is a comma where cells beyond doubt show it, and that is said', () => {
    const found = survey({ engagement: ['0,5', '', '0,25'], revenue: ['1.234,5', '1.234'] })
    expect(found.decimal).toBe(',')
    expect(readIn(found, 'revenue', '1.234')).toBe(1234)
    expect(readIn(found, 'revenue', '0,5')).toBe(0.5)
    expect(found.findings).toEqual([
      {
        code: 'number_locale',
        message: 'Numbers in "engagement", "revenue" are read with a decimal comma: 0,5 is a half.',
      },
    ])
  })

  it('is decided for each column by its own numbers; a lone other one is read and said', () => {
    const found = survey({ engagement: ['0.6', '0.75', '0,6'], revenue: ['12,5', '3,25'] })
    expect(readIn(found, 'engagement', '0,6')).toBe(0.6)
    const [engagement] = found.columns
    expect(engagement?.rules?.read('0,6').remark).toMatchObject({ kind: 'repaired', code: 'number_locale' })
    expect(engagement?.rules?.read('0.6').remark).toBeNull()
    expect(readIn(found, 'revenue', '1.234')).toBe(1234)
  })

  it('of a column that shows nothing is that of the rest of the file', () => {
    const found = survey({ engagement: ['0,5'], revenue: ['1,234'] })
    expect(readIn(found, 'revenue', '1,234')).toBe(1.234)
  })

  it('is what only one reading in range leaves', () => {
    const found = survey({ quality: ['1,000', '12,000'], revenue: ['5'] })
    expect(found.questions).toEqual([])
    expect(survey({ engagement: ['1,000'] }).questions).toEqual([])
  })

  it('is asked when nothing shows it', () => {
    const { questions } = survey({ revenue: ['1,234', '7'] })
    expect(questions).toEqual([
      {
        code: 'number_locale',
        message: 'In column "revenue", "1,234" could be 1234 or 1.234. Which is it?',
        answers: [
          { label: '1234: the comma parts thousands', read: { decimal: '.' }, option: '--decimal .' },
          { label: '1.234: the comma stands before decimals', read: { decimal: ',' }, option: '--decimal ,' },
        ],
      },
    ])
    const answered = survey({ revenue: ['1,234', '7'] }, { decimal: ',' })
    expect(answered.questions).toEqual([])
    expect(readIn(answered, 'revenue', '1,234')).toBe(1.234)
  })

  it('a point before three digits is what programs write', () => {
    const found = survey({ revenue: ['1.234', '7'] })
    expect(found.questions).toEqual([])
    expect(readIn(found, 'revenue', '1.234')).toBe(1.234)
  })

  it('plain numbers may be read from their bytes, but not where a point parts thousands or the scale is another', () => {
    expect(survey({ quality: ['70'] }).columns[0]?.rules?.plainNumber).toEqual({
      min: 0,
      max: 100,
      whole: true,
    })
    expect(survey({ engagement: ['0,5'] }).columns[0]?.rules?.plainNumber).toBeNull()
    expect(
      survey({ engagement: ['60'] }, { scale: { engagement: 'percent' } }).columns[0]?.rules?.plainNumber,
    ).toBeNull()
  })
})

describe('the scale', () => {
  it('is asked about when most numbers are percentages', () => {
    const { questions } = survey({ engagement: ['60', '75', '0', '12.5', '0.4'] })
    expect(questions).toEqual([
      {
        code: 'value_scale_suspect',
        message:
          'The numbers in column "engagement" (60, 75, 12.5) seem to be on another scale: Engagement goes from 0 to 1. How are they meant?',
        answers: [
          {
            label: '60 means 0.6',
            read: { scale: { engagement: 'percent' } },
            option: '--scale engagement=percent',
          },
          {
            label: 'As they stand; what is out of range counts as missing',
            read: { scale: { engagement: 'plain' } },
            option: '--scale engagement=plain',
          },
        ],
      },
    ])
  })

  it('as answered, it moves the point, and that is said', () => {
    const cells = { engagement: ['60', '75'] }
    const percent = survey(cells, { scale: { engagement: 'percent' } })
    expect(readIn(percent, 'engagement', '7')).toBe(0.07)
    expect(percent.questions).toEqual([])
    expect(percent.findings).toMatchObject([{ code: 'value_scale_suspect', column: 'engagement' }])
    const plain = survey(cells, { scale: { engagement: 'plain' } })
    expect(readIn(plain, 'engagement', '60')).toBeNull()
    expect([...plain.questions, ...plain.findings]).toEqual([])
  })

  it('is no question of a single odd cell', () => {
    expect(survey({ engagement: ['60'] }).questions).toEqual([])
    expect(survey({ engagement: ['0.6', '0.5', '60', '0.1'] }).questions).toEqual([])
    expect(survey({ engagement: ['60%', '75%', '80%'] }).questions).toEqual([])
    expect(survey({ engagement: ['500', '700'] }).questions).toEqual([])
  })

  it('is asked about when fractions stand where 0 to 100 is meant', () => {
    const { questions } = survey({ quality: ['0.7', '0.55', '1'] })
    expect(questions[0]?.answers[0]).toMatchObject({
      label: '0.7 means 70',
      option: '--scale quality=fraction',
    })
    expect(survey({ quality: ['1', '0', '1'] }).questions).toEqual([])
    expect(survey({ quality: ['0.7', '70'] }).questions).toEqual([])
  })
})

describe('dates', () => {
  it('one date that has only one order decides the column', () => {
    const found = survey({ metOn: ['03/05/2026', '21/05/2026'] })
    expect(found.dates).toBe('dmy')
    expect(readIn(found, 'metOn', '03/05/2026')).toBe(20_576)
    expect(survey({ metOn: ['03/05/2026', '05/21/2026'] }).dates).toBe('mdy')
  })

  it('are asked about when no date or two kinds of dates decide', () => {
    const { questions } = survey({ metOn: ['03/05/2026', '04/06/2026'] })
    expect(questions).toEqual([
      {
        code: 'dates_ambiguous',
        message:
          'The dates in column "metOn", such as "03/05/2026", can be read in more than one way. Which is it?',
        answers: [
          { label: 'Day first: 03/05 is 3 May', read: { dates: 'dmy' }, option: '--dates dmy' },
          { label: 'Month first: 03/05 is 5 March', read: { dates: 'mdy' }, option: '--dates mdy' },
        ],
      },
    ])
    expect(survey({ metOn: ['21/05/2026', '05/21/2026'] }).questions).toHaveLength(1)
    const answered = survey({ metOn: ['03/05/2026'] }, { dates: 'mdy' })
    expect(answered.questions).toEqual([])
    expect(readIn(answered, 'metOn', '05/03/2026')).toBe(20_576)
  })

  it('need no order when they are written out', () => {
    const found = survey({ metOn: ['2026-05-03', '3 May 2026', '3.5.2026'] })
    expect([found.dates, found.questions]).toEqual([null, []])
  })
})

it('columns that feed the identity have no rules, and texts no questions', () => {
  const found = surveyColumns({
    headers: ['who', 'title'],
    firstRows: [['1,234', '60']],
    mapping: [
      { column: 0, target: { kind: 'identity', name: 'name' } },
      { column: 1, target: { kind: 'field', name: 'title' } },
    ],
    fields,
    read: {},
  })
  expect(found.columns.map(({ rules }) => rules === null)).toEqual([true, false])
  expect(found.questions).toEqual([])
})
