import { describe, expect, test } from 'vitest'
import { exampleField } from '../../../model/bundle/example-field.ts'
import type { Field } from '../../../model/bundle/field.ts'
import { NOBODY } from '../../contract/lead.ts'
import { chunkBuffers, createChunkBuilder } from './chunk-builder.ts'
import { createLeadColumns } from './lead-columns.ts'
import { decodeRecords, recordReader } from './record-codec.ts'
import { fromTextColumn, splitTexts } from './text-column.ts'

const field = (name: string, type: Field['type']) => exampleField({ name, type })
const fields = [field('quality', 'number'), field('industry', 'category'), field('jobtitle', 'text')]
const ada = { name: 'Ada Invented', company: null, email: 'ada@example.test', link: null }

/** Columns and the builder over them. */
function setUp(titleField: string | null) {
  const columns = createLeadColumns(fields, titleField)
  return { columns, builder: createChunkBuilder(columns) }
}

describe('a chunk builder', () => {
  test('gives the leads back as records, coded columns and texts', () => {
    const { columns, builder } = setUp('jobtitle')
    columns.addLead([70, 'Shoes', 'Head of Sales, EMEA'], ada, 1)
    columns.addLead([null, 'Hats', null], NOBODY, 2)
    columns.addLead([0.5, 'Shoes', '🙂'], NOBODY, 4)
    const { chunk, newCategories } = builder.finish(Float32Array.of(0.5, 0.25, 0.75))

    const read = recordReader(decodeRecords(chunk.records))
    expect([0, 1, 2].map(read)).toEqual([
      [70, 'Shoes', 'Head of Sales, EMEA'],
      [null, 'Hats', null],
      [0.5, 'Shoes', '🙂'],
    ])
    expect(chunk.columns).toEqual([
      { kind: 'number', values: Float32Array.of(70, Number.NaN, 0.5) },
      { kind: 'category', codes: Uint32Array.of(2, 3, 2) },
      {
        kind: 'text',
        lengths: Float32Array.of(19, Number.NaN, 1),
        counts: Float32Array.of(2, Number.NaN, 1),
      },
    ])
    expect(newCategories).toEqual([
      { field: 1, code: 2, value: 'Shoes' },
      { field: 1, code: 3, value: 'Hats' },
    ])
    expect(splitTexts(fromTextColumn(chunk.name))).toEqual(['Ada Invented', null, null])
    expect(splitTexts(fromTextColumn(chunk.title))).toEqual(['Head of Sales, EMEA', null, '🙂'])
    expect(Array.from(chunk.rowNumbers)).toEqual([1, 2, 4])
    expect(Array.from(chunk.scores)).toEqual([0.5, 0.25, 0.75])
  })

  test('remembers which categories it has named', () => {
    const { columns, builder } = setUp(null)
    columns.addLead([1, 'Shoes', 'a'], NOBODY, 1)
    builder.finish(Float32Array.of(0))
    columns.clear()
    columns.addLead([null, 'Shoes', null], NOBODY, 2)
    columns.addLead([null, 'Hats', null], NOBODY, 3)
    const { chunk, newCategories } = builder.finish(Float32Array.of(0, 1))
    expect(newCategories).toEqual([{ field: 1, code: 3, value: 'Hats' }])
    expect(recordReader(decodeRecords(chunk.records))(0)).toEqual([null, 'Shoes', null])
    expect(splitTexts(fromTextColumn(chunk.title))).toEqual([null, null])
  })

  test('names no category that only a rejected row held', () => {
    const { columns, builder } = setUp(null)
    columns.beginLead()
    columns.setValue(1, 'Secret')
    columns.addLead([null, 'Hats', null], NOBODY, 2)
    const { newCategories } = builder.finish(Float32Array.of(0))
    expect(newCategories.map(({ value }) => value)).toEqual(['Hats'])
  })

  test('keeps every value beyond the dictionary, coded as one', () => {
    const { columns, builder } = setUp(null)
    const long = (mark: string) => mark.repeat(600_000)
    for (const mark of ['a', 'b', 'c']) columns.addLead([null, long(mark), null], NOBODY, 1)
    const { chunk, newCategories } = builder.finish(new Float32Array(3))
    const read = recordReader(decodeRecords(chunk.records))
    expect([0, 1, 2].map((lead) => read(lead)[1])).toEqual(['a', 'b', 'c'].map(long))
    expect(chunk.columns[1]).toEqual({ kind: 'category', codes: Uint32Array.of(2, 1, 1) })
    expect(newCategories).toHaveLength(1)
  })

  test('cuts a long title between characters', () => {
    const { columns, builder } = setUp('jobtitle')
    columns.addLead([null, null, `x${'🙂'.repeat(300)}`], NOBODY, 1)
    expect(splitTexts(fromTextColumn(builder.finish(Float32Array.of(0)).chunk.title))).toEqual([
      `x${'🙂'.repeat(199)}`,
    ])
  })

  test.each([
    ['quality', '70'],
    ['industry', 'Shoes'],
  ])('shows %s as a title, too', (titleField, title) => {
    const { columns, builder } = setUp(titleField)
    columns.addLead([70, 'Shoes', null], NOBODY, 1)
    columns.addLead([null, null, null], NOBODY, 2)
    const { chunk } = builder.finish(new Float32Array(2))
    expect(splitTexts(fromTextColumn(chunk.title))).toEqual([title, null])
  })

  test('makes buffers of its own, which can all be handed over at once', () => {
    const { columns, builder } = setUp('jobtitle')
    columns.addLead([70, 'Shoes', 'Head of Sales'], ada, 1)
    const { chunk } = builder.finish(Float32Array.of(0.5))
    const moved = structuredClone(chunk, { transfer: chunkBuffers(chunk) })
    expect(chunk.records.byteLength).toBe(0)
    expect(recordReader(decodeRecords(moved.records))(0)).toEqual([70, 'Shoes', 'Head of Sales'])
    expect(columns.values(0)).toEqual([70, 'Shoes', 'Head of Sales'])
  })
})
