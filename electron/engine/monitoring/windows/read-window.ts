/** The leads of a window as a sample: their coded columns, decoded chunk by chunk. */
import type { Field } from '../../../../model/bundle/field.ts'
import { OVERFLOW_CODE } from '../../history/category-codes.ts'
import { decodeColumns } from '../../history/column-codec.ts'
import type { ReadHandle } from '../../history/connection.ts'
import type { CodedColumn } from '../../history/lead-chunk.ts'
import { createManifests } from '../../history/stored-manifests.ts'
import { BEYOND_DICTIONARY, type LeadSample, type SampleColumn } from './lead-sample.ts'
import { countLeads, type WindowChunk } from './window-chunks.ts'

/**
 * Reads the leads of these chunks; fields the model that stored them did not have are missing. `beforeChunk` is called
 * often, and may throw where the leads are not wanted any more: millions take a second.
 */
export function readWindow(
  db: ReadHandle,
  fields: readonly Field[],
  chunks: readonly WindowChunk[],
  beforeChunk: () => void = () => {},
): LeadSample {
  const count = countLeads(chunks)
  const columns = fields.map((field) => emptyColumn(db, field, count))
  const scores = new Float32Array(count)
  const decode = createChunkDecoder(db, fields)
  let place = 0
  for (const chunk of chunks) {
    beforeChunk()
    const places = placesOf(chunk)
    copyNumbers(scores, place, chunk.scores, places)
    decode(chunk).forEach((column, index) => {
      const into = columns[index]
      if (into && column) copyColumn(into, place, column, places)
    })
    place += chunk.leads
  }
  return { count, scores, columns }
}

/** Decodes the columns of a chunk in the order of `fields`; null for one its model did not have. */
export function createChunkDecoder(
  db: ReadHandle,
  fields: readonly Field[],
): (chunk: Pick<WindowChunk, 'firstId' | 'model'>) => readonly (CodedColumn | null)[] {
  const select = db
    .prepare<{ firstId: number }, Uint8Array>('SELECT columns FROM input_chunk WHERE first_id = :firstId')
    .pluck()
  const manifests = createManifests(db)
  const orders = new Map<number, readonly number[]>()
  const orderOf = (model: number) => {
    const known = orders.get(model)
    if (known) return known
    const stored = manifests(model).fields
    const order = fields.map(({ name, type }) =>
      stored.findIndex((field) => field.name === name && field.type === type),
    )
    orders.set(model, order)
    return order
  }
  return ({ firstId, model }) => {
    const blob = select.get({ firstId })
    if (!blob) return fields.map(() => null)
    const { columns } = decodeColumns(blob)
    return orderOf(model).map((index) => columns[index] ?? null)
  }
}

/** The names of a field's codes in this history. */
export function readLevels(db: ReadHandle, field: string): readonly string[] {
  const levels: string[] = []
  levels[OVERFLOW_CODE] = BEYOND_DICTIONARY
  const select = db
    .prepare<{ field: string }, [code: number, value: string]>(
      'SELECT code, value FROM dictionary WHERE field = :field',
    )
    .raw()
  for (const [code, value] of select.iterate({ field })) levels[code] = value
  // Missing has no name; no code is left out, so that the list has no holes.
  return Array.from(levels, (level) => level ?? '')
}

function emptyColumn(db: ReadHandle, { name, type }: Field, count: number): SampleColumn {
  const missing = () => new Float32Array(count).fill(Number.NaN)
  switch (type) {
    case 'number':
    case 'integer':
    case 'date':
      return { kind: 'number', values: missing() }
    case 'category':
      return { kind: 'category', codes: new Uint32Array(count), levels: readLevels(db, name) }
    case 'text':
      return { kind: 'text', characters: missing(), parts: missing() }
  }
}

/** Places of a chunk's leads in it; null for all of them, which is the rule and copied at once. */
function placesOf({ scores, leads }: WindowChunk): Uint16Array | null {
  if (leads === scores.length) return null
  const places = new Uint16Array(leads)
  let next = 0
  for (let i = 0; i < scores.length; i += 1) {
    if (Number.isNaN(scores[i])) continue
    places[next] = i
    next += 1
  }
  return places
}

function copyColumn(into: SampleColumn, at: number, from: CodedColumn, places: Uint16Array | null): void {
  if (into.kind === 'number' && from.kind === 'number') copyNumbers(into.values, at, from.values, places)
  else if (into.kind === 'category' && from.kind === 'category') {
    copyNumbers(into.codes, at, from.codes, places)
  } else if (into.kind === 'text' && from.kind === 'text') {
    copyNumbers(into.characters, at, from.lengths, places)
    copyNumbers(into.parts, at, from.counts, places)
  }
}

function copyNumbers<T extends Float32Array | Uint32Array>(
  into: T,
  at: number,
  from: T,
  places: Uint16Array | null,
): void {
  if (places === null) {
    into.set(from, at)
    return
  }
  for (let i = 0; i < places.length; i += 1) into[at + i] = from[places[i] as number] as number
}
