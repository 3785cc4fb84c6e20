import { describe, expect, test } from 'vitest'
import type { Field } from '../../../model/bundle/field.ts'
import { NOBODY } from '../../contract/lead.ts'
import { chunkBuffers, createChunkBuilder } from './chunk-builder.ts'
import { decodeRecords, recordReader } from './record-codec.ts'
import { fromTextColumn, splitTexts } from './text-column.ts'

const field = (name: string, type: Field['type']): Field => ({
  name,
  type,
  label: name,
  help: '',
  group: 'all',
  synonyms: [],
  influenceable: false,
  sensitive: false,
  importance: 0,
})
const fields = [field('quality', 'number'), field('industry', 'category'), field('jobtitle', 'text')]
const ada = { name: 'Ada Invented', company: null, email: 'ada@example.test', link: null }

describe('a chunk builder', () => {
  test('gives the leads back as records, coded columns and texts', () => {
    const builder = createChunkBuilder(fields, 'jobtitle')
    builder.add([70, 'Shoes', 'Head of Sales, EMEA'], ada, 1)
    builder.add([null, 'Hats', null], NOBODY, 2)
    builder.add([0.5, 'Shoes', '🙂'], NOBODY, 4)
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

  test('starts empty again, and remembers which categories it has named', () => {
    const builder = createChunkBuilder(fields, null)
    builder.add([1, 'Shoes', 'a'], NOBODY, 1)
    builder.finish(Float32Array.of(0))
    expect(builder.count).toBe(0)
    builder.add([null, 'Shoes', null], NOBODY, 2)
    builder.add([null, 'Hats', null], NOBODY, 3)
    const { chunk, newCategories } = builder.finish(Float32Array.of(0, 1))
    expect(newCategories).toEqual([{ field: 1, code: 3, value: 'Hats' }])
    expect(recordReader(decodeRecords(chunk.records))(0)).toEqual([null, 'Shoes', null])
    expect(splitTexts(fromTextColumn(chunk.title))).toEqual([null, null])
  })

  test('takes 1,024 leads and no more', () => {
    const builder = createChunkBuilder(fields, null)
    for (let row = 1; row <= 1024; row += 1) builder.add([row, null, null], NOBODY, row)
    expect(builder.full).toBe(true)
    expect(() => builder.add([1, null, null], NOBODY, 1025)).toThrow('full')
    expect(builder.finish(new Float32Array(1024)).chunk.count).toBe(1024)
  })

  test('cuts a long title between characters', () => {
    const builder = createChunkBuilder(fields, 'jobtitle')
    builder.add([null, null, `x${'🙂'.repeat(300)}`], NOBODY, 1)
    expect(splitTexts(fromTextColumn(builder.finish(Float32Array.of(0)).chunk.title))).toEqual([
      `x${'🙂'.repeat(199)}`,
    ])
  })

  test('makes buffers of its own, which can all be handed over at once', () => {
    const builder = createChunkBuilder(fields, 'jobtitle')
    builder.add([70, 'Shoes', 'Head of Sales'], ada, 1)
    const { chunk } = builder.finish(Float32Array.of(0.5))
    const moved = structuredClone(chunk, { transfer: chunkBuffers(chunk) })
    expect(chunk.records.byteLength).toBe(0)
    expect(recordReader(decodeRecords(moved.records))(0)).toEqual([70, 'Shoes', 'Head of Sales'])
  })
})
