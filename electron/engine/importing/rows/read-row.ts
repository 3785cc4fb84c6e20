/** Turns one record into a lead, or says why it is none. A row is always one or the other. */
import type { Field } from '../../../../model/bundle/field.ts'
import type { ColumnMapping } from '../../../contract/importing.ts'
import type { LeadColumns } from '../../history/lead-columns.ts'
import { type CsvRecord, cellText } from '../csv/csv-tokenizer.ts'
import { type CellReader, createCellReader } from './cell-readers.ts'
import { createShapeCheck, type RecordShape, shiftedRow } from './check-shape.ts'
import type { FindingCollector, RemarkedCell } from './finding-collector.ts'
import type { CellRemark } from './read-cell.ts'
import { createIdentityReader, identityProblem } from './read-identity.ts'
import type { RowProblem } from './row-problem.ts'
import type { ColumnReading } from './survey-columns.ts'

export interface RowReader {
  /** Reads a record into the next place of `columns`; null when it is a lead. */
  read(record: CsvRecord, row: number, columns: LeadColumns): RowProblem | null
  /** Leads in which a value was changed in reading it, so far. */
  readonly repaired: number
}

export interface RowReaderOptions {
  readonly fields: readonly Field[]
  readonly headers: readonly string[]
  readonly mapping: ColumnMapping
  /** How the mapped columns are read. */
  readonly readings: readonly ColumnReading[]
  readonly findings: FindingCollector
  /** Asked of every lead before anything is said about it: a duplicate that is left out is no lead. */
  readonly admit: Admit | null
}

/** Looks at the lead in the next place of `columns`; says why it is not taken. */
export type Admit = (columns: LeadColumns, row: number) => RowProblem | null

interface FieldColumn {
  readonly column: number
  readonly header: string
  readonly fieldIndex: number
  readonly read: CellReader
}

/** A remark on a cell of the row being read, said only if the row is accepted. */
interface Remarked {
  readonly remark: CellRemark
  readonly cell: RemarkedCell
}

/** The reader of a file's rows. */
export function createRowReader(options: RowReaderOptions): RowReader {
  const { fields, headers, mapping, readings, findings, admit } = options
  const columns = fieldColumns(fields, readings)
  const checkShape = createShapeCheck(headers)
  const readIdentity = createIdentityReader(mapping)
  const remarked: Remarked[] = []
  let repaired = 0

  function readCells(record: CsvRecord, row: number, leads: LeadColumns): void {
    remarked.length = 0
    leads.beginLead()
    for (const { column, header, fieldIndex, read } of columns) {
      if (column >= record.cellCount) continue
      const { value, remark } = read(record, column)
      leads.setValue(fieldIndex, value)
      if (remark === null) continue
      remarked.push({ remark, cell: { row, column, header, text: cellText(record, column), value } })
    }
  }

  return {
    read(record, row, leads) {
      const shape = checkShape(record)
      if (shape.problem) return shape.problem
      readCells(record, row, leads)
      const problem = remarked.length === 0 ? null : cellProblem(shape, remarked)
      if (problem) return problem
      const identity = readIdentity.read(record)
      const tooLong = identityProblem(identity)
      if (tooLong !== null) return { reason: 'text_too_long', message: tooLong }
      leads.setIdentity(identity)
      const refused = admit?.(leads, row) ?? null
      if (refused) return refused
      if (shape.remark) findings.noteRow(shape.remark, row)
      for (const { remark, cell } of remarked) findings.noteCell(remark, cell)
      if (remarked.some(({ remark }) => remark.kind === 'repaired')) repaired++
      return null
    },
    get repaired() {
      return repaired
    },
  }
}

function fieldColumns(fields: readonly Field[], readings: readonly ColumnReading[]): FieldColumn[] {
  return readings.flatMap(({ column, header, field, rules }) =>
    field && rules
      ? [
          {
            column,
            header,
            fieldIndex: fields.findIndex(({ name }) => name === field.name),
            read: createCellReader(field, rules),
          },
        ]
      : [],
  )
}

/** Why a row with cells that could not be read is no lead, if it is none. */
function cellProblem(shape: RecordShape, remarked: readonly Remarked[]): RowProblem | null {
  for (const { remark } of remarked) {
    const problem = shiftedRow(shape, remark)
    if (problem) return problem
  }
  return null
}
