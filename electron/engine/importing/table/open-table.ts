/** A file on the way to be imported: what is known about it from its beginning. */
import { refuse } from '../../../contract/result.ts'
import { type ByteSource, readSample } from '../source/byte-source.ts'
import { checkFile } from '../source/detect-file.ts'
import { type Dialect, delimiterByte, detectDialect } from './detect-dialect.ts'
import { sampleRows } from './sample-rows.ts'

const EXPORT_AGAIN = 'Export the list again and choose the new file.'
/** Rows read to estimate and to show samples. */
const FIRST_ROWS = 2000

export interface LeadTable {
  readonly source: ByteSource
  readonly dialect: Dialect
  readonly headers: readonly string[]
  /** The first rows that are not blank. */
  readonly firstRows: readonly (readonly string[])[]
  readonly rowEstimate: { readonly rows: number; readonly exact: boolean }
}

/** Refuses a file that is no table of text in UTF-8 with a header and rows. */
export function openTable(source: ByteSource): LeadTable {
  const sample = readSample(source)
  checkFile(sample)
  const dialect = detectDialect(sample)
  const first = sampleRows(sample, dialect.tableOffset, delimiterByte(dialect.delimiter), FIRST_ROWS)
  const [headers, ...firstRows] = first.rows
  if (!headers) {
    refuse(
      'structure_broken',
      'The first line of the file is too long to be a list of column names.',
      EXPORT_AGAIN,
    )
  }
  if (firstRows.length === 0 && first.all) {
    refuse('no_rows', 'The file holds column names but no rows.', EXPORT_AGAIN)
  }
  const rows = firstRows.length
  const rowEstimate = first.all
    ? { rows, exact: true }
    : {
        rows: Math.round((rows * (source.bytes - dialect.tableOffset)) / Math.max(1, first.bytes)),
        exact: false,
      }
  return { source, dialect, headers, firstRows, rowEstimate }
}
