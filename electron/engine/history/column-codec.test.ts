import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeColumns, encodeColumns, eraseFromColumns } from './column-codec.ts'
import type { CodedColumn } from './lead-chunk.ts'

const missingOr = (value: fc.Arbitrary<number>) => fc.option(value, { nil: Number.NaN })
const listOf = <T>(value: fc.Arbitrary<T>, count: number) =>
  fc.array(value, { minLength: count, maxLength: count })
const floats = (value: fc.Arbitrary<number>, count: number) =>
  listOf(missingOr(value), count).map((values) => Float32Array.from(values))

const column = (count: number): fc.Arbitrary<CodedColumn> =>
  fc.oneof(
    fc.record({ kind: fc.constant('number' as const), values: floats(fc.float({ noNaN: true }), count) }),
    fc.record({
      kind: fc.constant('category' as const),
      codes: listOf(fc.oneof(fc.nat(200), fc.nat(50_001)), count).map((codes) => Uint32Array.from(codes)),
    }),
    fc.record({
      kind: fc.constant('text' as const),
      lengths: floats(fc.oneof(fc.nat(300), fc.nat(1_000_000)), count),
      counts: floats(fc.nat(3000), count),
    }),
  )
const columns = fc
  .nat(50)
  .chain((count) =>
    fc.record({ count: fc.constant(count), columns: fc.array(column(count), { maxLength: 5 }) }),
  )

describe('coded columns', () => {
  test('come back as they were written', () => {
    fc.assert(
      fc.property(columns, (given) => {
        expect(decodeColumns(encodeColumns(given))).toEqual(given)
      }),
    )
  })

  test('without some leads keep the places of the others', () => {
    const given = {
      count: 3,
      columns: [
        { kind: 'number', values: Float32Array.of(1, 2, 3) },
        { kind: 'category', codes: Uint32Array.of(2, 3, 2) },
        { kind: 'text', lengths: Float32Array.of(5, 6, 7), counts: Float32Array.of(1, 1, 2) },
      ],
    } as const
    expect(decodeColumns(encodeColumns(eraseFromColumns(given, new Set([1])))).columns).toEqual([
      { kind: 'number', values: Float32Array.of(1, Number.NaN, 3) },
      { kind: 'category', codes: Uint32Array.of(2, 0, 2) },
      { kind: 'text', lengths: Float32Array.of(5, Number.NaN, 7), counts: Float32Array.of(1, Number.NaN, 2) },
    ])
  })
})
