/** Column by column gives, bit for bit, what lead by lead gives. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exampleField } from '../bundle/example-field.ts'
import type { Feature } from '../bundle/feature.ts'
import type { FieldValue } from '../bundle/field.ts'
import {
  type CategoryValues,
  type FeatureColumn,
  type NumberValues,
  type TextValues,
  UNCODED,
} from './feature-columns.ts'
import { codePointLength, partCount } from './text-size.ts'
import { createColumnVectorizer } from './vectorize-columns.ts'
import { createVectorizer } from './vectorize-lead.ts'

const CAPACITY = 8
const fields = [
  exampleField({ name: 'number', type: 'number' }),
  exampleField({ name: 'date', type: 'date' }),
  exampleField({ name: 'level', type: 'category' }),
  exampleField({ name: 'text', type: 'text' }),
]

/** Columns as plain as they can be; only a few categories get a code of their own. */
function plainColumns() {
  const leads: FieldValue[][] = []
  const numbers = (field: number): NumberValues => ({ kind: 'number', values: fill(field) })
  const fill = (field: number) => ({ field, values: new Float64Array(CAPACITY) }).values
  const number = numbers(0)
  const date = numbers(1)
  const coded: string[] = []
  const level: CategoryValues & { readonly codes: Uint32Array } = {
    kind: 'category',
    codes: new Uint32Array(CAPACITY),
    at: (lead) => textOrNull(leads[lead]?.[2]),
  }
  const starts = new Uint32Array(CAPACITY + 1)
  const codePoints = new Float32Array(CAPACITY)
  const parts = new Float32Array(CAPACITY)
  let bytes = new Uint8Array()
  const text: TextValues = {
    kind: 'text',
    get bytes() {
      return bytes
    },
    starts,
    codePoints,
    parts,
    at: (lead) => textOrNull(leads[lead]?.[3]),
  }
  const codeOf = (value: FieldValue | undefined) => {
    if (typeof value !== 'string') return 0
    const index = coded.indexOf(value)
    if (index >= 0) return index + 2
    return coded.length < 3 ? coded.push(value) + 1 : UNCODED
  }
  return {
    columns: [number, date, level, text] satisfies FeatureColumn[],
    set(rows: readonly FieldValue[][]) {
      leads.splice(0, leads.length, ...rows)
      bytes = new TextEncoder().encode(rows.map((row) => row[3] ?? '').join(''))
      rows.forEach((row, lead) => {
        number.values[lead] = typeof row[0] === 'number' ? row[0] : Number.NaN
        date.values[lead] = typeof row[1] === 'number' ? row[1] : Number.NaN
        level.codes[lead] = codeOf(row[2])
        const value = textOrNull(row[3])
        starts[lead + 1] = (starts[lead] ?? 0) + new TextEncoder().encode(value ?? '').length
        codePoints[lead] = value === null ? Number.NaN : codePointLength(value)
        parts[lead] = value === null ? Number.NaN : partCount(value, ',')
      })
    },
  }
}

const textOrNull = (value: FieldValue | undefined) => (typeof value === 'string' ? value : null)

const word = fc.string({
  unit: fc.constantFrom('a', 'B', 'é', ' ', ',', '🥊', '-'),
  minLength: 1,
  maxLength: 6,
})
const level = fc.constantFrom('x', 'y', 'z', 'v', 'w', 'UNKNOWN')
const share = fc.constantFrom(-0, 0, 0.1, 0.75, 1)
const name = fc.constant('n')
const missing = fc.option(share)
const literals = fc.array(word, { minLength: 1, maxLength: 3 })
const of = <F extends string>(...names: F[]) => fc.constantFrom(...names)
const feature: fc.Arbitrary<Feature> = fc.oneof(
  fc.record({ kind: of('number'), name, field: of('number'), missing }),
  fc.record({ kind: of('equals'), name, field: of('level', 'number'), value: fc.oneof(level, of('1')) }),
  fc.record({
    kind: of('targetMean'),
    name,
    field: of('level'),
    means: fc.uniqueArray(fc.tuple(level, share), { selector: ([each]) => each }),
    unseen: share,
  }),
  fc.record({ kind: of('present'), name, field: of('number', 'date', 'level', 'text') }),
  fc.record({ kind: of('length'), name, field: of('level', 'text') }),
  fc.record({ kind: of('count'), name, field: of('level', 'text'), separator: of(',', ' ') }),
  fc.record({ kind: of('containsAny', 'containsAnyWord'), name, field: of('level', 'text'), literals }),
  fc.record({ kind: of('datePart'), name, field: of('date'), part: of('year', 'dayOfWeek'), missing }),
)
const lead: fc.Arbitrary<FieldValue[]> = fc.tuple(
  fc.option(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), of('1').map(Number))),
  fc.option(fc.integer({ min: -1000, max: 30_000 })),
  fc.option(level),
  fc.option(
    fc.oneof(
      word,
      word.map((each) => each.repeat(60)),
    ),
  ),
)
const chunks = fc.array(fc.array(lead, { maxLength: CAPACITY }), { minLength: 1, maxLength: 4 })

test('chunk after chunk, the features of columns are those of their leads', () => {
  fc.assert(
    fc.property(fc.array(feature, { minLength: 1, maxLength: 10 }), chunks, (features, filled) => {
      const { columns, set } = plainColumns()
      const byColumn = createColumnVectorizer(fields, features, columns)
      const byLead = createVectorizer(fields, features)
      const out = new Float32Array(CAPACITY * features.length).fill(99)
      for (const leads of filled) {
        set(leads)
        byColumn.vectorize(leads.length, out)
        const expected = new Float32Array(leads.length * features.length)
        for (const [row, values] of leads.entries()) byLead.vectorize(values, expected, row * features.length)
        const length = leads.length * features.length
        expect(new Uint32Array(out.buffer, 0, length)).toEqual(new Uint32Array(expected.buffer))
      }
    }),
    { numRuns: 500 },
  )
})
