/** Turns one record into a lead, or says why it is none. A row is always one or the other. */
import type { Field } from '../../../../model/bundle/field.ts'
import type { ColumnMapping } from '../../../contract/importing.ts'
import type { LeadColumns } from '../../history/lead-columns.ts'
import { type CsvRecord, cellText } from '../csv/csv-tokenizer.ts'
import { type CellReader, type CellRemark, createCellReader } from './cell-readers.ts'
import { checkShape } from './check-shape.ts'
import type { FindingCollector, FindingSentence } from './finding-collector.ts'
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
  readonly header: string
  readonly text: string
}

/** The reader of a file's rows. */
export function createRowReader({ fields, headers, mapping, findings }: RowReaderOptions): RowReader {
  const columns = fieldColumns(fields, headers, mapping)
  const readIdentity = createIdentityReader(mapping)
  const remarked: Remarked[] = []
  let repaired = 0

  function readCells(record: CsvRecord, leads: LeadColumns): void {
    remarked.length = 0
    leads.beginLead()
    for (const { column, header, fieldIndex, read } of columns) {
      if (column >= record.cellCount) continue
      const { value, remark } = read(record, column)
      leads.setValue(fieldIndex, value)
      if (remark !== null) remarked.push({ remark, header, text: cellText(record, column) })
    }
  }

  return {
    read(record, row, leads) {
      const shape = checkShape(record, headers.length)
      if (shape.problem) return shape.problem
      readCells(record, leads)
      const problem = remarked.length === 0 ? null : cellProblem(remarked)
      if (problem) return problem
      const identity = readIdentity.read(record)
      const tooLong = identityProblem(identity)
      if (tooLong !== null) return { reason: 'text_too_long', message: tooLong }
      leads.setIdentity(identity)
      if (shape.remark) findings.note(shape.remark.code, row, '', shape.remark.sentence)
      for (const { remark, header, text } of remarked) {
        findings.note(remark.code, row, text, remarkSentence(remark), header)
      }
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
    return field ? [{ column, header: headers[column] ?? '', fieldIndex, read: createCellReader(field) }] : []
  })
}

/** All cells that reject the row in one problem, so that the person who repairs the file sees them at once. */
function cellProblem(remarked: readonly Remarked[]): RowProblem | null {
  const rejecting = remarked.flatMap(({ remark }) => (remark.kind === 'rejects' ? [remark] : []))
  const [first] = rejecting
  return first ? { reason: first.code, message: rejecting.map(({ message }) => message).join(' ') } : null
}

function remarkSentence({ kind, message }: CellRemark): FindingSentence {
  if (kind === 'repaired') return (rows) => `In ${rows} a value was read as another: ${message}`
  return (rows) => `In ${rows} a value counts as missing: ${message}`
}
