/**
 * Up to 1,024 leads as read, column by column: features, trees and chunk are made from whole columns, and most values
 * get from the file to the history without ever being an object of their own.
 */
import { type Field, type FieldValue, isOpenCategory } from '../../../model/bundle/field.ts'
import type { Identity } from '../../contract/lead.ts'
import { type CategoryRoom, categoryRoom } from './category-codes.ts'
import { CategoryColumn } from './category-column.ts'
import { LEADS_PER_CHUNK } from './lead-chunk.ts'
import { MeasuredTexts, TextBytes } from './text-bytes.ts'

/** Leads with very long texts are scored before the chunk is full, so that memory stays bounded. */
const MAX_BYTES = 4 * 1024 ** 2

/** Numbers and dates of up to a chunk's leads; NaN is missing. */
export interface NumberColumn {
  readonly kind: 'number'
  readonly values: Float64Array
}

export type LeadColumn = NumberColumn | CategoryColumn | MeasuredTexts

/** The columns of the leads of one import, filled and cleared chunk by chunk. */
export interface LeadColumns {
  /** In field order. */
  readonly fields: readonly LeadColumn[]
  readonly identities: Readonly<Record<keyof Identity, TextBytes>>
  /** Row in the file of each lead, 1-based; 0 for a lead typed in. */
  readonly rowNumbers: Uint32Array
  /** Index of the field shown beside a lead's name, -1 for none. */
  readonly titleField: number
  /** Leads kept. The lead being read stands at this place in every column. */
  readonly count: number
  /** Whether the leads should be scored now. */
  readonly full: boolean
  /** Bytes of the rows kept. */
  readonly bytes: number
  /** Makes every value of the next lead missing. */
  beginLead(): void
  setValue(field: number, value: FieldValue): void
  setIdentity(identity: Identity): void
  /** Keeps the lead being read; `bytes` is what its row took in the file. */
  keepLead(rowNumber: number, bytes: number): void
  /** Adds a lead that is there already: one typed in, or one of a test. */
  addLead(values: readonly FieldValue[], identity: Identity, rowNumber: number): void
  /** One lead's values in field order. Slow: for looking at single leads. */
  values(lead: number): FieldValue[]
  /** Who a lead is. Slow as well. */
  identity(lead: number): Identity
  /** Makes room for the next leads; dictionaries stay. */
  clear(): void
}

const PARTS = ['name', 'company', 'email', 'link'] as const

/** Columns for leads with these fields; `titleField` names the one shown beside a lead's name. */
export function createLeadColumns(
  fields: readonly Field[],
  titleField: string | null,
  capacity = LEADS_PER_CHUNK,
): LeadColumns {
  return new Columns(fields, titleField, capacity)
}

class Columns implements LeadColumns {
  readonly fields: readonly LeadColumn[]
  readonly identities: LeadColumns['identities']
  readonly rowNumbers: Uint32Array
  readonly titleField: number
  count = 0
  bytes = 0
  readonly #capacity: number
  readonly #texts: readonly TextBytes[]
  /** Whether a lead was begun and not kept: then something may stand in its place. */
  #begun = false

  constructor(fields: readonly Field[], titleField: string | null, capacity: number) {
    const part = () => new TextBytes(capacity)
    const room = categoryRoom(fields.filter(isOpenCategory).length)
    this.fields = fields.map((field) => createColumn(field, capacity, room))
    this.identities = { name: part(), company: part(), email: part(), link: part() }
    this.rowNumbers = new Uint32Array(capacity)
    this.titleField = fields.findIndex(({ name }) => name === titleField)
    this.#capacity = capacity
    this.#texts = [
      ...this.fields.filter((column) => column.kind === 'text'),
      ...PARTS.map((name) => this.identities[name]),
    ]
    this.#empty(capacity)
  }

  get full(): boolean {
    return this.count === this.#capacity || this.bytes >= MAX_BYTES
  }

  beginLead(): void {
    const { count } = this
    if (count === this.#capacity) throw new RangeError('the columns are full')
    // Places behind the leads kept are empty, so that a row costs nothing for what it does not have.
    if (this.#begun) this.#emptyPlace(count)
    this.#begun = true
    for (const { starts } of this.#texts) starts[count + 1] = starts[count] as number
  }

  setValue(field: number, value: FieldValue): void {
    const column = this.fields[field]
    if (column?.kind === 'number') {
      column.values[this.count] = typeof value === 'number' ? value : Number.NaN
    } else column?.set(this.count, typeof value === 'string' ? value : null)
  }

  setIdentity(identity: Identity): void {
    for (const part of PARTS) this.identities[part].set(this.count, identity[part])
  }

  keepLead(rowNumber: number, bytes: number): void {
    this.rowNumbers[this.count] = rowNumber
    this.bytes += bytes
    this.count += 1
    this.#begun = false
  }

  addLead(values: readonly FieldValue[], identity: Identity, rowNumber: number): void {
    this.beginLead()
    for (let field = 0; field < values.length; field += 1) this.setValue(field, values[field] ?? null)
    this.setIdentity(identity)
    this.keepLead(rowNumber, 0)
  }

  values(lead: number): FieldValue[] {
    return this.fields.map((column) => {
      if (column.kind !== 'number') return column.at(lead)
      const value = column.values[lead] ?? Number.NaN
      return Number.isNaN(value) ? null : value
    })
  }

  identity(lead: number): Identity {
    const { name, company, email, link } = this.identities
    return { name: name.at(lead), company: company.at(lead), email: email.at(lead), link: link.at(lead) }
  }

  clear(): void {
    const { count } = this
    this.count = 0
    this.bytes = 0
    this.#empty(this.#begun ? count + 1 : count)
    this.#begun = false
  }

  #emptyPlace(lead: number): void {
    for (const column of this.fields) {
      if (column.kind === 'number') column.values[lead] = Number.NaN
      else column.setMissing(lead)
    }
    for (const text of this.#texts) text.setMissing(lead)
  }

  #empty(count: number): void {
    for (const column of this.fields) {
      if (column.kind === 'number') column.values.fill(Number.NaN, 0, count)
      else column.clear(count)
    }
    for (const part of PARTS) this.identities[part].clear(count)
  }
}

function createColumn({ type }: Field, capacity: number, room: CategoryRoom): LeadColumn {
  switch (type) {
    case 'number':
    case 'integer':
    case 'date':
      return { kind: 'number', values: new Float64Array(capacity) }
    case 'category':
      return new CategoryColumn(capacity, room)
    case 'text':
      return new MeasuredTexts(capacity)
  }
}
