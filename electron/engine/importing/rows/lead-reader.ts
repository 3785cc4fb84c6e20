/** Reads a file's rows one after the other into leads and rejects. */
import type { Field } from '../../../../model/bundle/field.ts'
import { refuse } from '../../../contract/result.ts'
import type { LeadColumns } from '../../history/lead-columns.ts'
import { type CsvRecord, isBlankRecord } from '../csv/csv-tokenizer.ts'
import { type ByteDamage, RecordSource } from '../csv/record-source.ts'
import { MAX_ROWS } from '../limits.ts'
import type { ImportPlan } from '../run/plan-import.ts'
import type { ByteSource } from '../source/byte-source.ts'
import { delimiterByte } from '../table/detect-dialect.ts'
import { createCellFixes } from './cell-fixes.ts'
import type { FindingCollector } from './finding-collector.ts'
import { type Admit, RowReader } from './read-row.ts'
import type { RowProblem } from './row-problem.ts'

const DAMAGE: Readonly<Record<ByteDamage, string>> = {
  encoding_invalid_bytes: 'The row holds bytes that do not belong to the text encoding.',
  not_text: 'The row holds NUL bytes, which are not text.',
}

/** Where an import that stopped goes on: after this many rows. */
export interface ReadingStart {
  readonly byteOffset: number
  readonly rows: number
  readonly blank: number
  readonly repaired: number
}

export interface LeadReaderOptions {
  /** The table's text, where it is read through something else. */
  readonly source?: ByteSource
  readonly start?: ReadingStart
  readonly admit?: Admit | null
}

/** The reader of one file. Stands before the first row when it is made, or where an import that stopped goes on. */
export class LeadReader {
  readonly #records: RecordSource
  readonly #rows: RowReader
  readonly #findings: FindingCollector
  readonly #header: Buffer
  readonly #repairedBefore: number
  #row: number
  #blank: number

  constructor(
    plan: ImportPlan,
    fields: readonly Field[],
    findings: FindingCollector,
    { source = plan.table.source, start, admit = null }: LeadReaderOptions = {},
  ) {
    const { dialect, headers, headerText, rowsOffset, tableEnd } = plan.table
    const offset = start?.byteOffset ?? rowsOffset
    this.#records = new RecordSource(source, offset, delimiterByte(dialect.delimiter), tableEnd)
    this.#records.expectColumns(headers.length)
    const fixes = createCellFixes(plan.settings.fixes)
    this.#rows = new RowReader({ fields, headers, readings: plan.readings, findings, fixes, admit })
    this.#row = start?.rows ?? 0
    this.#blank = start?.blank ?? 0
    this.#repairedBefore = start?.repaired ?? 0
    this.#header = Buffer.from(headerText)
    this.#findings = findings
  }

  get record(): CsvRecord {
    return this.#records.record
  }

  /** Rows so far; the row of the record. */
  get row(): number {
    return this.#row
  }

  /** Blank records between them. */
  get blank(): number {
    return this.#blank
  }

  get repaired(): number {
    return this.#repairedBefore + this.#rows.repaired
  }

  /** Position in the file after the record. */
  get nextOffset(): number {
    return this.#records.nextOffset
  }

  /** Goes to the next record that is not blank; false at the end of the file. */
  next(): boolean {
    while (this.#records.next()) {
      if (!isBlankRecord(this.record)) {
        this.#row++
        if (this.#row > MAX_ROWS) tooManyRows()
        return true
      }
      this.#blank++
    }
    return false
  }

  /** Reads the record into the next place of `columns`, which the caller then keeps; null when it is a lead. */
  read(columns: LeadColumns): RowProblem | null {
    const damage = this.#records.damage()
    if (damage === 'encoding_invalid_bytes') this.#findings.noteRow(damage, this.#row)
    if (damage) return { reason: damage, message: DAMAGE[damage] }
    if (this.#repeatsHeader()) {
      return { reason: 'header_repeated', message: 'The row repeats the column names.' }
    }
    return this.#rows.read(this.record, this.#row, columns)
  }

  #repeatsHeader(): boolean {
    const { bytes, start, end } = this.record
    const header = this.#header
    return (
      end - start === header.length &&
      header.length > 0 &&
      bytes.compare(header, 0, header.length, start, end) === 0
    )
  }
}

function tooManyRows(): never {
  refuse(
    'too_large',
    `The file has more than ${MAX_ROWS.toLocaleString('en')} rows.`,
    'Split it into smaller files.',
    { limit: MAX_ROWS },
  )
}
