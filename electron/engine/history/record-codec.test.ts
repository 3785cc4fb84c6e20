import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FieldValue } from '../../../model/bundle/field.ts'
import {
  decodeRecords,
  encodeRecords,
  eraseRecords,
  type RecordColumn,
  recordReader,
} from './record-codec.ts'
import { sealBlob } from './sealed-blob.ts'

const number = fc.option(fc.double({ noNaN: true }))
const text = fc.option(fc.string({ unit: 'grapheme', maxLength: 40 }))

/** Rows of values, each column of one kind. */
const table = fc
  .tuple(
    fc.array(fc.constantFrom('number', 'text', 'category'), { maxLength: 6 }),
    fc.integer({ min: 0, max: 40 }),
  )
  .chain(([kinds, count]) =>
    fc.tuple(
      ...kinds.map((kind) => {
        const values: fc.Arbitrary<FieldValue> = kind === 'number' ? number : text
        return fc.record({
          kind: fc.constant(kind),
          values: fc.array(values, { minLength: count, maxLength: count }),
        })
      }),
    ),
  )

function toColumn({ kind, values }: { kind: string; values: readonly FieldValue[] }): RecordColumn {
  if (kind === 'number') {
    return {
      kind: 'number',
      values: Float64Array.from(values, (value) => (typeof value === 'number' ? value : Number.NaN)),
    }
  }
  const texts = values.map((value) => (typeof value === 'string' ? value : null))
  if (kind === 'category') {
    const different = [...new Set(texts.filter((value) => value !== null))]
    const valueNumbers = Uint32Array.from(texts, (value) =>
      value === null ? 0 : different.indexOf(value) + 1,
    )
    return { kind: 'category', values: different, valueNumbers }
  }
  const lengths = Uint32Array.from(texts, (value) => (value === null ? 0 : value.length + 1))
  return { kind: 'text', bytes: Buffer.from(texts.join('')), lengths }
}

const toRecords = (columns: readonly { kind: string; values: readonly FieldValue[] }[]) => ({
  count: columns[0]?.values.length ?? 0,
  columns: columns.map(toColumn),
})

describe('records', () => {
  test('come back as they were written', () => {
    fc.assert(
      fc.property(table, (columns) => {
        const decoded = decodeRecords(encodeRecords(toRecords(columns)))
        const read = recordReader(decoded)
        for (let i = 0; i < decoded.count; i += 1)
          expect(read(i)).toEqual(columns.map(({ values }) => values[i]))
      }),
    )
  })

  test('without some leads hold every other one unchanged, at its place', () => {
    fc.assert(
      fc.property(table, fc.array(fc.nat(20)), (columns, places) => {
        const records = toRecords(columns)
        const erased = new Set(places)
        const read = recordReader(decodeRecords(encodeRecords(eraseRecords(records, erased))))
        for (let i = 0; i < records.count; i += 1) {
          expect(read(i)).toEqual(columns.map(({ values }) => (erased.has(i) ? null : values[i])))
        }
      }),
    )
  })

  test('that lost or changed any byte are refused', () => {
    const long = toRecords([{ kind: 'text', values: ['sunny '.repeat(2000), 'day'] }])
    for (const records of [long, toRecords([{ kind: 'number', values: [1, 2] }])]) {
      const blob = encodeRecords(records)
      fc.assert(
        fc.property(fc.nat(blob.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
          const damaged = blob.with(at, (blob[at] ?? 0) ^ change)
          expect(() => decodeRecords(damaged)).toThrow('damaged')
          expect(() => decodeRecords(blob.subarray(0, at))).toThrow('damaged')
        }),
      )
    }
  })

  test.each(['text', 'category'])('hold no trace of an erased %s', (kind) => {
    const records = toRecords([{ kind, values: ['Ada', 'Secret Person', 'Bo', 'Ada'] }])
    const blob = Buffer.from(encodeRecords(eraseRecords(records, new Set([0, 1]))))
    expect(blob.includes('Secret')).toBe(false)
    expect(blob.includes('Ada')).toBe(true)
    expect(blob.includes('Bo')).toBe(true)
  })

  test('of a history that wrote categories as texts are still read', () => {
    // The bytes of version 1 of the app: two leads, one column of texts.
    const payload = Buffer.concat([
      Buffer.from([2, 0, 0, 0, 1, 0, 0, 0, 1, 1, 6, 0, 5, 0, 0, 0]),
      Buffer.from('Shoes'),
    ])
    const read = recordReader(decodeRecords(sealBlob(payload)))
    expect([read(0), read(1)]).toEqual([['Shoes'], [null]])
  })
})
