/** Turns one record into a lead, or says why it is none. A row is always one or the other. */
import type { Field } from '../../../../model/bundle/field.ts'
import type { ColumnMapping } from '../../../contract/importing.ts'
import type { LeadColumns } from '../../history/lead-columns.ts'
import { type CsvRecord, cellText } from '../csv/csv-tokenizer.ts'
import { type CellReader, createCellReader } from './cell-readers.ts'
import { createShapeCheck, type RecordShape, shiftedRow } from './check-shape.ts'
import type { FindingCollector, RemarkedCell } from './finding-collector.ts'
import { type CellRemark, createCellRules } from './read-cell.ts'
import { createIdentityReader, identityProblem } from './read-identity.ts'
import type { RowProblem } from './row-problem.ts'

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
  readonly findings: FindingCollector
}

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
export function createRowReader({ fields, headers, mapping, findings }: RowReaderOptions): RowReader {
  const columns = fieldColumns(fields, headers, mapping)
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

function fieldColumns(
  fields: readonly Field[],
  headers: readonly string[],
  mapping: ColumnMapping,
): FieldColumn[] {
  return mapping.flatMap(({ column, target }) => {
    const fieldIndex = target.kind === 'field' ? fields.findIndex(({ name }) => name === target.name) : -1
    const field = fields[fieldIndex]
    return field
      ? [
          {
            column,
            header: headers[column] ?? '',
            fieldIndex,
            read: createCellReader(field, createCellRules(field, {})),
          },
        ]
      : []
  })
}

/** Why a row with cells that could not be read is no lead, if it is none. */
function cellProblem(shape: RecordShape, remarked: readonly Remarked[]): RowProblem | null {
  for (const { remark } of remarked) {
    const problem = shiftedRow(shape, remark)
    if (problem) return problem
  }
  return null
}
