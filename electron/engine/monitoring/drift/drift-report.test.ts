import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exampleField } from '../../../../model/bundle/example-field.ts'
import type { Field } from '../../../../model/bundle/field.ts'
import type { Manifest } from '../../../../model/bundle/manifest.ts'
import { type DriftReport, type DriftRequest, namedTestSchema } from '../../../contract/drift.ts'
import { bundledModel } from '../../history/fixtures/trial-history.ts'
import { NAMED_TESTS } from '../judgement/named-tests.ts'
import type { LeadSample, SampleColumn } from '../windows/lead-sample.ts'
import { REFERENCE_NAME } from '../windows/read-reference.ts'
import { makeDriftReport } from './drift-report.ts'

type Cells = readonly (number | string | null)[]

const field = (name: string, type: Field['type'], more: Partial<Field> = {}) =>
  exampleField({ name, label: name, type, importance: 0.2, ...more })
const FIELDS = [
  field('size', 'number', { unit: 'people' }),
  field('sector', 'category', { options: [{ value: 'tea', label: 'Tea and coffee' }] }),
  field('about', 'text'),
  field('fit', 'integer', {
    options: [
      { value: '0', label: 'Poor' },
      { value: '1', label: 'Good' },
    ],
  }),
]

function column(type: Field['type'], cells: Cells): SampleColumn {
  const numbers = (of: (text: string) => number) =>
    Float32Array.from(cells, (cell) => (typeof cell === 'string' ? of(cell) : Number.NaN))
  if (type === 'text') {
    return {
      kind: 'text',
      characters: numbers((text) => text.length),
      parts: numbers((text) => text.split(',').length),
    }
  }
  if (type === 'category') {
    const levels = ['', ...new Set(cells.filter((cell) => typeof cell === 'string'))]
    const codes = Uint32Array.from(cells, (cell) => (cell === null ? 0 : levels.indexOf(String(cell))))
    return { kind: 'category', codes, levels }
  }
  return {
    kind: 'number',
    values: Float32Array.from(cells, (cell) => (cell === null ? Number.NaN : Number(cell))),
  }
}

interface Lead {
  readonly score: number
  readonly cells: Cells
}
const sample = (leads: readonly Lead[], fields = FIELDS): LeadSample => ({
  count: leads.length,
  scores: Float32Array.from(leads, ({ score }) => score),
  columns: fields.map(({ type }, index) =>
    column(
      type,
      leads.map(({ cells }) => cells[index] ?? null),
    ),
  ),
})

const facts = (name: string, leads: number) => ({ name, leads, from: null, to: null })
const manifest: Manifest = { ...bundledModel.manifest, fields: FIELDS }
const request: DriftRequest = {
  window: { kind: 'last', count: 50 },
  baseline: { kind: 'reference' },
  rule: 'size-aware',
}

async function reportOn(
  baseline: readonly Lead[] | null,
  window: readonly Lead[],
  rule: DriftRequest['rule'] = 'size-aware',
  tests: NonNullable<DriftRequest['tests']> = {},
): Promise<DriftReport> {
  const report = await makeDriftReport(
    {
      request: { ...request, rule, tests },
      manifest,
      window: { facts: facts('the last 50 leads', window.length), sample: sample(window) },
      baseline: {
        facts: facts(REFERENCE_NAME, baseline?.length ?? 0),
        sample: baseline && sample(baseline),
        observed: null,
      },
      overlap: null,
      madeAt: '2026-11-21T12:00:00.000Z',
    },
    async () => false,
  )
  if (!report) throw new Error('nobody cancelled it')
  return report
}

const lead = (
  i: number,
  more: Partial<Record<'size' | 'sector' | 'about' | 'fit', number | string | null>> = {},
): Lead => {
  const {
    size = (i * 37) % 101,
    sector = i % 3 === 0 ? 'tea' : 'steel',
    about = 'x'.repeat(i % 9) || null,
    fit = i % 2,
  } = more
  return { score: ((i * 31) % 100) / 100, cells: [size, sector, about, fit] }
}
const leads = (count: number, more: Parameters<typeof lead>[1] = {}, from = 0) =>
  Array.from({ length: count }, (_, i) => lead(from + i, more))
const sentences = ({ fields }: DriftReport) =>
  fields.flatMap(({ findings }) => findings.map((one) => one.sentence))

/** Every number anywhere in a value. */
function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : []
}
const strings = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(strings)
      : []

const anyLead = fc.record({
  score: fc.float({ min: 0, max: 1, noNaN: true }),
  cells: fc.tuple(
    fc.oneof(
      fc.constant(null),
      fc.constantFrom(0, -0, 5, 1e30),
      fc.float({ noNaN: true, noDefaultInfinity: true }),
    ),
    fc.constantFrom(null, 'tea', 'steel', 'silk', 'céramique', ' '),
    fc.oneof(fc.constant(null), fc.string({ minLength: 1, maxLength: 9 })),
    fc.constantFrom(null, 0, 1),
  ),
})

const testsFor = (kind: 'number' | 'category') =>
  fc.constantFrom(...namedTestSchema.options.filter((test) => NAMED_TESTS[test].kinds.includes(kind)))

test('no number of any report is not a number or infinite, and no sentence speaks of one', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.option(fc.array(anyLead, { maxLength: 40 })),
      fc.array(anyLead, { maxLength: 40 }),
      fc.constantFrom('size-aware' as const, 'evidently' as const),
      fc.record({ size: testsFor('number'), sector: testsFor('category') }, { requiredKeys: [] }),
      async (baseline, window, rule, tests) => {
        const report = await reportOn(baseline, window, rule, tests)
        expect(numbersIn(report).filter((number) => !Number.isFinite(number))).toEqual([])
        expect(strings(report).filter((text) => /NaN|Infinity|undefined|null/.test(text))).toEqual([])
        for (const { distribution } of report.fields) {
          for (const shares of distribution?.kind === 'number'
            ? [distribution.baseline, distribution.window]
            : []) {
            expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
          }
        }
        expect(report.headline).toMatch(/^[A-Z\d].*\.$/)
      },
    ),
    { numRuns: 200 },
  )
})

describe('a report on', () => {
  test('no leads says so', async () => {
    expect(await reportOn(leads(100), [])).toMatchObject({
      verdict: 'no_leads',
      headline: 'The last 50 leads: there are no leads to compare.',
      score: null,
    })
  })

  test('a model without reference says so', async () => {
    const report = await reportOn(null, leads(50))
    expect(report.verdict).toBe('no_baseline')
    expect(report.headline).toContain('The model came without leads of its own')
  })

  test('one lead shows and does not judge', async () => {
    const report = await reportOn(leads(100), leads(1))
    expect(report).toMatchObject({
      verdict: 'not_judged',
      noticeable: null,
      headline: 'The last 50 leads: 1 lead is too few to judge; at least 20 are needed.',
      score: { verdict: 'not_judged' },
    })
    expect(report.fields.find(({ field }) => field === 'size')).toMatchObject({
      verdict: 'not_judged',
      statistic: { p: null },
      missing: { p: null },
    })
  })

  test('leads like the reference finds nothing', async () => {
    const report = await reportOn(leads(900), leads(90))
    expect(report).toMatchObject({ verdict: 'no_drift', score: { verdict: 'no_drift' } })
    expect(report.headline).toBe(
      'The last 50 leads: the leads are like the model’s own leads. None of 4 fields is different.',
    )
    expect(report.noticeable).toContain(
      'With 90 leads, the average of a field has to move by about half a standard deviation',
    )
    expect(sentences(report)).toEqual([])
  })

  test('a field with too few values is told of beside those that were judged', async () => {
    const sparse = leads(90).map((one, index) =>
      index < 19 ? one : { ...one, cells: one.cells.with(1, null) },
    )
    expect((await reportOn(leads(900), sparse)).headline).toBe(
      'The last 50 leads: the leads are like the model’s own leads. None of 3 fields is different. ' +
        '1 other field has too few values to judge.',
    )
  })

  test('a field of one value names it', async () => {
    const report = await reportOn(leads(900), leads(90, { sector: 'tea', size: 40 }))
    expect(report.verdict).toBe('drift')
    expect(sentences(report)).toContain('sector: every value of these leads is “Tea and coffee”.')
    expect(sentences(report)).toContain('size: every value of these leads is “40 people”.')
    const known = await reportOn(leads(900, { size: 40 }), leads(90))
    expect(sentences(known)).toContain('size: every value in the model’s own leads is “40 people”.')
  })

  test('a field without any value says so, and the others go on', async () => {
    const report = await reportOn(leads(900), leads(90, { size: null, about: null }))
    const size = report.fields.find((one) => one.field === 'size')
    expect(size).toMatchObject({ verdict: 'no_data', statistic: null, distribution: null })
    expect(size?.findings).toEqual([
      {
        kind: 'no_data',
        sentence: 'size: none of these leads has a value, so there is nothing to compare.',
        behind: {
          count: 90,
          leads: { window: request.window, condition: { kind: 'missing', field: 'size' } },
        },
      },
    ])
    expect(report.fields.filter(({ verdict }) => verdict === 'no_drift').map((one) => one.field)).toEqual([
      'sector',
      'fit',
    ])
    expect(sentences(report)).toContain(
      'about: 100% of these leads have none; in the model’s own leads it is 11%.',
    )
  })

  test('categories the reference does not know names them', async () => {
    const report = await reportOn(leads(900), [...leads(80), ...leads(10, { sector: 'silk' }, 80)])
    expect(report.fields.find((one) => one.field === 'sector')).toMatchObject({
      unseen: { leads: 10, levels: [{ value: 'silk', count: 10 }] },
    })
    expect(sentences(report)).toContain(
      'sector: 10 leads (11%) have values not found in the model’s own leads: “silk”.',
    )
  })

  test('numbers outside the range of the reference counts them on either side', async () => {
    const report = await reportOn(leads(900), [
      ...leads(80),
      ...leads(3, { size: -4 }),
      ...leads(1, { size: 5000 }),
    ])
    const told = report.fields
      .flatMap(({ findings }) => findings)
      .filter(({ kind }) => kind === 'out_of_range')
    expect(told.map(({ sentence, behind }) => [sentence, behind?.count])).toEqual([
      ['size: 3 leads are below 0 people, the least in the model’s own leads.', 3],
      ['size: 1 lead is above 100 people, the most in the model’s own leads.', 1],
    ])
  })

  test('a field that is missing far more often says so beside its verdict', async () => {
    const report = await reportOn(leads(900), [...leads(60), ...leads(40, { size: null }, 60)])
    expect(report.fields.find((one) => one.field === 'size')?.verdict).toBe('no_drift')
    expect(sentences(report)).toContain(
      'size: 40% of these leads have none; in the model’s own leads it is 0%.',
    )
  })

  test('shifted leads puts the most important field first', async () => {
    const report = await reportOn(leads(900), leads(90, { sector: 'tea', fit: 1 }))
    expect(report.fields.slice(0, 2).map(({ verdict }) => verdict)).toEqual(['drift', 'drift'])
    expect(sentences(report)[0]).toMatch(
      /^(sector|fit): 100% of these leads are “(Tea and coffee|Good)”; in the model’s own leads it is (33|50)%\.$/,
    )
    expect(report.headline).toBe(
      'The last 50 leads: the leads differ from the model’s own leads. 2 of 4 fields are different: fit and sector.',
    )
  })

  test('texts under the Evidently rule shows them and does not judge', async () => {
    const report = await reportOn(leads(900), leads(90), 'evidently')
    expect(report.fields.filter(({ field }) => field === 'about')).toMatchObject([
      { verdict: 'text', measure: 'present', statistic: null },
    ])
    expect(report.ruleSentence).toContain('Texts are not judged')
  })
})

test('work that nobody wants any more ends with nothing', async () => {
  const parts = {
    request,
    manifest,
    window: { facts: facts('the last 50 leads', 90), sample: sample(leads(90)) },
    baseline: { facts: facts(REFERENCE_NAME, 900), sample: sample(leads(900)), observed: null },
    overlap: null,
    madeAt: '',
  }
  for (const steps of [1, 5, 9]) {
    let left = steps
    expect(await makeDriftReport(parts, async () => --left === 0)).toBeNull()
  }
})
