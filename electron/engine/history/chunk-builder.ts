/** Collects scored leads into the flat buffers of a `LeadChunk`. */
import type { Field, FieldValue } from '../../../model/bundle/field.ts'
import type { Identity } from '../../contract/lead.ts'
import { createFieldCollector } from './field-collector.ts'
import { type CodedColumn, LEADS_PER_CHUNK, type LeadChunk, type NewCategory } from './lead-chunk.ts'
import { encodeRecords } from './record-codec.ts'
import { TextCollector, toTextColumn } from './text-column.ts'

export interface FinishedChunk {
  readonly chunk: LeadChunk
  /** Categories not seen by this builder before. */
  readonly newCategories: readonly NewCategory[]
}

/** Takes up to 1,024 leads, then gives a chunk and starts the next one. */
export interface ChunkBuilder {
  /** Leads added since the last chunk. */
  readonly count: number
  readonly full: boolean
  /** Adds a lead with its values in field order; `rowNumber` is 1-based, 0 for a lead typed in. */
  add(values: readonly FieldValue[], identity: Identity, rowNumber: number): void
  /** The chunk of the leads added, with one score each in the order they were added. The builder is empty afterwards. */
  finish(scores: Float32Array): FinishedChunk
}

/** Longest title in a list; whole characters are cut, so that none is halved. */
const TITLE_CHARACTERS = 200

/** A builder for leads with these fields. `titleField` names the one shown beside a lead's name. */
export function createChunkBuilder(fields: readonly Field[], titleField: string | null): ChunkBuilder {
  const titleIndex = fields.findIndex(({ name }) => name === titleField)
  let rowNumbers: number[] = []
  const collectTexts = () => new TextCollector()
  const [name, company, email] = [collectTexts(), collectTexts(), collectTexts()]
  const [link, title] = [collectTexts(), collectTexts()]
  let newCategories: NewCategory[] = []
  const collectors = fields.map((field, index) =>
    createFieldCollector(field, (code, value) => newCategories.push({ field: index, code, value })),
  )
  let count = 0

  return {
    get count() {
      return count
    },
    get full() {
      return count === LEADS_PER_CHUNK
    },
    add(values, identity, rowNumber) {
      if (count === LEADS_PER_CHUNK) throw new RangeError('the chunk is full')
      rowNumbers.push(rowNumber)
      name.add(identity.name)
      company.add(identity.company)
      email.add(identity.email)
      link.add(identity.link)
      title.add(toTitle(values[titleIndex] ?? null))
      for (let i = 0; i < collectors.length; i += 1) collectors[i]?.add(values[i] ?? null)
      count += 1
    },
    finish(scores) {
      if (scores.length < count) throw new RangeError('a score is missing')
      const columns = collectors.map((collector) => collector.take())
      const chunk: LeadChunk = {
        count,
        rowNumbers: new Uint32Array(rowNumbers),
        scores: scores.slice(0, count),
        name: toTextColumn(name.take()),
        company: toTextColumn(company.take()),
        email: toTextColumn(email.take()),
        link: toTextColumn(link.take()),
        title: toTextColumn(title.take()),
        records: encodeRecords({ count, columns: columns.map(({ record }) => record) }),
        columns: columns.map(({ coded }) => coded),
      }
      const finished = { chunk, newCategories }
      newCategories = []
      rowNumbers = []
      count = 0
      return finished
    },
  }
}

function toTitle(value: FieldValue): string | null {
  if (value === null) return null
  const text = String(value)
  return text.length <= TITLE_CHARACTERS ? text : [...text].slice(0, TITLE_CHARACTERS).join('')
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
