/** Turns one record into a lead, or says why it is none. A row is always one or the other. */
import type { Field } from '../../../../model/bundle/field.ts'
import type { LeadColumns } from '../../history/lead-columns.ts'
import { type CsvRecord, cellText } from '../csv/csv-tokenizer.ts'
import type { CellFixes } from './cell-fixes.ts'
import { type CellNote, type CellReader, createCellReader } from './cell-readers.ts'
import { createShapeCheck, type RecordShape, type ShapeCheck, shiftedRow } from './check-shape.ts'
import type { FindingCollector, RemarkedCell } from './finding-collector.ts'
import { createIdentityReader } from './identity-readers.ts'
import { copyJoinedName, joinName } from './join-name.ts'
import type { RowProblem } from './row-problem.ts'
import type { ColumnReading } from './survey-columns.ts'

export interface RowReaderOptions {
  readonly fields: readonly Field[]
  readonly headers: readonly string[]
  /** How each mapped column is read. */
  readonly readings: readonly ColumnReading[]
  readonly findings: FindingCollector
  readonly fixes: CellFixes
  /** Asked of every lead before anything is said about it: a duplicate that is left out is no lead. */
  readonly admit: Admit | null
}

/** Looks at the lead in the next place of `columns`; says why it is not taken. */
export type Admit = (columns: LeadColumns, row: number) => RowProblem | null

/** A column of the file that is read. */
interface ReadColumn {
  readonly column: number
  readonly header: string
  readonly reader: CellReader
}

/** A note on a cell of the row being read, said only if the row is accepted. */
interface Noted {
  readonly note: CellNote
  readonly cell: RemarkedCell
}

/** The reader of a file's rows. */
export class RowReader {
  readonly #options: RowReaderOptions
  readonly #checkShape: ShapeCheck
  /** Columns of first and last name, -1 where there is none. */
  readonly #nameColumns: readonly [number, number]
  #columns: readonly ReadColumn[] = []
  #boundTo: LeadColumns | null = null
  #noted: Noted[] = []
  #repaired = 0

  constructor(options: RowReaderOptions) {
    this.#options = options
    this.#checkShape = createShapeCheck(options.headers)
    const columnOf = (part: string) =>
      options.readings.find(({ target }) => target.kind === 'identity' && target.name === part)?.column ?? -1
    this.#nameColumns = [columnOf('firstName'), columnOf('lastName')]
  }

  /** Leads in which a value was changed in reading it, so far. */
  get repaired(): number {
    return this.#repaired
  }

  /** Reads a record into the next place of `leads`; null when it is a lead. */
  read(record: CsvRecord, row: number, leads: LeadColumns): RowProblem | null {
    const shape = this.#checkShape(record)
    if (shape.problem) return shape.problem
    if (leads !== this.#boundTo) this.#bindTo(leads)
    const { fixes, admit } = this.#options
    if (this.#noted.length > 0) this.#noted = []
    leads.beginLead()
    if (fixes.any && fixes.forRow(row)) this.#readCorrected(record, row, leads.count)
    else this.#readCells(record, row, leads.count)
    this.#readName(record, row, leads)
    const problem = this.#noted.length === 0 ? null : cellProblem(shape, this.#noted)
    const refused = problem ?? admit?.(leads, row) ?? null
    if (refused) return refused
    this.#say(shape, row)
    return null
  }

  #readCells(record: CsvRecord, row: number, lead: number): void {
    for (const read of this.#columns) {
      if (read.column >= record.cellCount) continue
      const note = read.reader.read(record, read.column, lead)
      if (note !== null) this.#settle(note, read, record, row, lead)
    }
  }

  /** In this row every cell may have a correction of its own. */
  #readCorrected(record: CsvRecord, row: number, lead: number): void {
    for (const { column, header, reader } of this.#columns) {
      if (column >= record.cellCount) continue
      const text = cellText(record, column)
      const note = reader.readText(this.#corrected(row, column, text), lead)
      if (note) this.#note(note, row, column, header, text)
    }
  }

  /** A cell with something wrong may have been corrected everywhere. */
  #settle(
    note: CellNote,
    { column, header, reader }: ReadColumn,
    record: CsvRecord,
    row: number,
    lead: number,
  ) {
    const text = cellText(record, column)
    const fix = note.remark && this.#options.fixes.find(row, column, text)
    const settled = typeof fix === 'string' ? reader.readText(fix, lead) : note
    if (settled) this.#note(settled, row, column, header, text)
  }

  #note(note: CellNote, row: number, column: number, header: string, text: string): void {
    this.#noted.push({ note, cell: { row, column, header, text, value: note.value } })
  }

  #corrected(row: number, column: number, text: string): string {
    return this.#options.fixes.find(row, column, text) ?? text
  }

  /** Joins first and last name where there is no full name. */
  #readName(record: CsvRecord, row: number, { identities: { name }, count }: LeadColumns): void {
    const columns = this.#nameColumns.filter((column) => column >= 0 && column < record.cellCount)
    if (columns.length === 0 || name.lengths[count] !== 0) return
    const { fixes, headers } = this.#options
    const correctedRow = fixes.any && fixes.forRow(row)
    if (!correctedRow && copyJoinedName(record, this.#nameColumns, name, count)) return
    const texts = columns.map((column) => cellText(record, column))
    const corrected = texts.map((text, index) => this.#corrected(row, columns[index] ?? -1, text))
    const joined = joinName(corrected)
    name.set(count, joined.name)
    joined.notes.forEach((note, index) => {
      const column = columns[index] ?? -1
      if (note) this.#note(note, row, column, headers[column] ?? '', texts[index] ?? '')
    })
  }

  #say(shape: RecordShape, row: number): void {
    const { findings } = this.#options
    if (shape.remark) findings.noteRow(shape.remark, row)
    if (this.#noted.length === 0) return
    for (const { note, cell } of this.#noted) {
      if (note.remark) findings.noteCell(note.remark, cell)
      if (note.finding) findings.noteText(note.finding, cell)
    }
    if (this.#noted.some(({ note }) => note.remark?.kind === 'repaired')) this.#repaired++
  }

  /** Readers write straight into the columns, so they are made for them. */
  #bindTo(leads: LeadColumns): void {
    const { fields, readings } = this.#options
    this.#columns = readings.flatMap(({ column, header, target, field, rules }) => {
      if (target.kind === 'identity') {
        if (target.name === 'firstName' || target.name === 'lastName') return []
        const reader = createIdentityReader(target.name, leads.identities[target.name])
        return [{ column, header, reader }]
      }
      const values = leads.fields[fields.findIndex(({ name }) => name === target.name)]
      if (!field || !rules || !values) return []
      return [{ column, header, reader: createCellReader(field, rules, values) }]
    })
    this.#boundTo = leads
  }
}

/** Why a row with cells that could not be read is no lead, if it is none. */
function cellProblem(shape: RecordShape, noted: readonly Noted[]): RowProblem | null {
  for (const { note } of noted) {
    const problem = note.remark && shiftedRow(shape, note.remark)
    if (problem) return problem
  }
  return null
}
