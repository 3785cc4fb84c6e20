/** Makes the flat buffers of a `LeadChunk` from columns of scored leads. */
import type { Identity } from '../../contract/lead.ts'
import { CategoryEncoder } from './category-encoder.ts'
import type { CodedColumn, LeadChunk, NewCategory, TextColumn } from './lead-chunk.ts'
import type { LeadColumn, LeadColumns, NumberColumn } from './lead-columns.ts'
import { encodeRecords, type RecordColumn } from './record-codec.ts'
import { type MeasuredTexts, TextBytes } from './text-bytes.ts'

export interface FinishedChunk {
  readonly chunk: LeadChunk
  /** Categories not seen by this builder before. */
  readonly newCategories: readonly NewCategory[]
}

/** Turns the same columns, filled again and again, into chunks. */
export interface ChunkBuilder {
  /** The chunk of the leads in the columns, with one score each. The columns are left as they are. */
  finish(scores: Float32Array): FinishedChunk
}

/** Longest title in a list; whole characters are cut, so that none is halved. */
const TITLE_CHARACTERS = 200

/** A builder that remembers which categories of these columns it has named. */
export function createChunkBuilder(columns: LeadColumns): ChunkBuilder {
  const encoders = columns.fields.map((column) =>
    column.kind === 'category' ? new CategoryEncoder(column) : null,
  )
  return {
    finish(scores) {
      const { count, fields, identities, rowNumbers, titleField } = columns
      if (scores.length < count) throw new RangeError('a score is missing')
      const part = (name: keyof Identity) => identities[name].copyOf(count)
      const newCategories: NewCategory[] = []
      const records = fields.map((column, field) => {
        if (column.kind !== 'category') return toRecord(column, count)
        const { record, newCodes } = (encoders[field] ?? new CategoryEncoder(column)).encode(count)
        for (const code of newCodes) newCategories.push({ field, code, value: column.valueOf(code) ?? '' })
        return record
      })
      const chunk: LeadChunk = {
        count,
        rowNumbers: rowNumbers.slice(0, count),
        scores: scores.slice(0, count),
        name: part('name'),
        company: part('company'),
        email: part('email'),
        link: part('link'),
        title: toTitles(fields[titleField], count),
        records: encodeRecords({ count, columns: records }),
        columns: fields.map((column) => toCoded(column, count)),
      }
      return { chunk, newCategories }
    },
  }
}

function toRecord(column: NumberColumn | MeasuredTexts, count: number): RecordColumn {
  if (column.kind === 'number') return { kind: 'number', values: column.values.slice(0, count) }
  return { kind: 'text', bytes: column.bytesOf(count), lengths: column.lengths.slice(0, count) }
}

function toCoded(column: LeadColumn, count: number): CodedColumn {
  switch (column.kind) {
    case 'number':
      return { kind: 'number', values: new Float32Array(column.values.subarray(0, count)) }
    case 'category':
      return { kind: 'category', codes: column.codes.slice(0, count) }
    case 'text':
      return {
        kind: 'text',
        lengths: column.codePoints.slice(0, count),
        counts: column.parts.slice(0, count),
      }
  }
}

function toTitles(column: LeadColumn | undefined, count: number): TextColumn {
  if (
    column?.kind === 'text' &&
    column.lengths.subarray(0, count).every((length) => length <= TITLE_CHARACTERS)
  )
    return column.copyOf(count)
  const titles = new TextBytes(count)
  for (let lead = 0; lead < count; lead += 1) titles.set(lead, column ? toTitle(column, lead) : null)
  return titles.copyOf(count)
}

function toTitle(column: LeadColumn, lead: number): string | null {
  const text = column.kind === 'number' ? shownNumber(column.values[lead]) : column.at(lead)
  if (text === null) return null
  return text.length <= TITLE_CHARACTERS ? text : [...text].slice(0, TITLE_CHARACTERS).join('')
}

function shownNumber(value = Number.NaN): string | null {
  return Number.isNaN(value) ? null : String(value)
}

/** The buffers of a chunk, to be handed over rather than copied when it is sent to another thread. */
export function chunkBuffers(chunk: LeadChunk): ArrayBuffer[] {
  const texts = [chunk.name, chunk.company, chunk.email, chunk.link, chunk.title]
  return [
    chunk.rowNumbers.buffer,
    chunk.scores.buffer,
    chunk.records.buffer,
    ...chunk.columns.flatMap(columnBuffers),
    ...texts.flatMap(({ bytes, lengths }) => [bytes.buffer, lengths.buffer]),
  ]
}

function columnBuffers(column: CodedColumn): ArrayBuffer[] {
  switch (column.kind) {
    case 'number':
      return [column.values.buffer]
    case 'category':
      return [column.codes.buffer]
    case 'text':
      return [column.lengths.buffer, column.counts.buffer]
  }
}
