/** Importing a file: inspect, check, run, result. What can be decided about it is in `import-settings.ts`. */
import type { Batch } from './history.ts'
import type {
  ColumnMapping,
  ColumnTarget,
  DateOrder,
  DecimalMark,
  Delimiter,
  Encoding,
  ImportSettings,
  ReadSettings,
} from './import-settings.ts'

export * from './import-settings.ts'

/** Something to be said about the file; codes as in the import guide. */
export interface Finding {
  readonly code: string
  readonly message: string
  /** The first 100 rows it is about. */
  readonly rows?: readonly number[]
  /** How many rows in all; `rows` may name fewer. */
  readonly count?: number
  /** Header of the column it is about. */
  readonly column?: string
  readonly text?: string
}

/** One question that must be answered before anything is stored. */
export interface Question {
  readonly code: string
  readonly message: string
  readonly answers: readonly Answer[]
}

/** A way to answer: what it adds to the settings. */
export interface Answer {
  /** What a button says. */
  readonly label: string
  readonly read?: ReadSettings
  /** The whole mapping with this answer. */
  readonly mapping?: ColumnMapping
  /** The same on the command line, e.g. `--header none`. */
  readonly option: string
}

/** A column of a file, with what it feeds. */
export interface FileColumn {
  readonly index: number
  readonly header: string
  /** First non-empty values, cut to 80 characters. */
  readonly samples: readonly string[]
  readonly target: ColumnTarget | null
  /** Why the target was suggested; `remembered`: an earlier file with the same columns was imported so. */
  readonly matched: 'name' | 'synonym' | 'likeness' | 'remembered' | 'none'
}

/** A sheet of a workbook. */
export interface Sheet {
  readonly name: string
  /** Rows as far as the workbook says, header included. */
  readonly rows: number
  readonly hidden: boolean
}

/** What was found out about a file before anything is read in. */
export interface FileInspection {
  readonly fileName: string
  readonly bytes: number
  readonly kind: 'csv' | 'workbook'
  readonly encoding: Encoding
  /** False when the encoding is a guess. */
  readonly encodingCertain: boolean
  readonly delimiter: Delimiter
  /** Line that holds the column names, as in `ReadSettings`. */
  readonly header: number
  /** How numbers and dates are read; null where the file does not show it. */
  readonly decimal: DecimalMark | null
  readonly dates: DateOrder | null
  /** Empty unless a workbook. */
  readonly sheets: readonly Sheet[]
  readonly sheet: string | null
  readonly columns: readonly FileColumn[]
  /** The first 20 rows as they are read, one text per column, cut to 200 characters. */
  readonly preview: readonly (readonly string[])[]
  /** Rows, estimated from the first part of the file; exact when `rowsExact`. */
  readonly rows: number
  readonly rowsExact: boolean
  /** Model fields no column feeds: the score is less certain. */
  readonly missingFields: readonly string[]
  readonly warnings: readonly Finding[]
  /** The settings the file would be imported with now: answered, remembered and found out. */
  readonly settings: ImportSettings
  readonly questions: readonly Question[]
  /** An import of this very file that stopped half-way and can go on. */
  readonly unfinished: Batch | null
}

/** Most characters of a cell in a row that is looked at. */
export const SHOWN_CELL_CHARACTERS = 2000

/** A row of the file as it stands, for looking at it. */
export interface FileRow {
  readonly row: number
  /** One text per column; one that is longer than `SHOWN_CELL_CHARACTERS` is cut to them and an ellipsis. */
  readonly cells: readonly string[]
}

/** Cells of one column that hold the same text and were not read as they stand. */
export interface CellIssue {
  readonly code: string
  /** `missing`: the cell counts as missing. `repaired`: read as something else. */
  readonly kind: 'missing' | 'repaired'
  readonly column: number
  readonly header: string
  /** One that is longer than `LONGEST_FIXABLE_TEXT` is cut to that and an ellipsis. */
  readonly text: string
  readonly message: string
  readonly count: number
  /** The first 100 rows. */
  readonly rows: readonly number[]
}

/** A row that became no lead, and why. */
export interface Reject {
  /** Row in the file, 1 is the first below the header. */
  readonly row: number
  readonly reason: string
  readonly message: string
  /** The row's original text, cut to 2,000 characters for display. */
  readonly text: string
}

/** Rows that are leads known already. */
export interface DuplicateCounts {
  /** The same lead stands further up in the file. */
  readonly inFile: number
  /** The same lead is in the history. */
  readonly inHistory: number
}

/** What an import would do, found out by reading every row and storing none. */
export interface CheckReport {
  readonly outcome: 'accept' | 'warn' | 'ask' | 'refuse'
  /** Code of the question or refusal. */
  readonly reason?: string
  /** Sentence of the question or refusal. */
  readonly message?: string
  readonly question?: Question
  readonly cancelled: boolean
  readonly rows: number
  readonly accepted: number
  readonly rejected: number
  readonly repaired: number
  readonly duplicates: DuplicateCounts
  readonly warnings: readonly Finding[]
  /** `field` is a model field or a part of the identity. */
  readonly mapping: readonly { readonly column: number; readonly header: string; readonly field: string }[]
  /** Headers of columns that are not used. */
  readonly ignored: readonly string[]
  /** The first 1,000 rejected rows. */
  readonly rejects: readonly Reject[]
  /** Cells that were not read as they stand, by text: the first 500 that count as missing, and as many that were repaired. */
  readonly issues: readonly CellIssue[]
  /** All such cells, those that are not listed included. */
  readonly issueCells: Readonly<Record<CellIssue['kind'], number>>
  /** Values of the first 200 accepted rows by row number and field, when asked for. */
  readonly cells?: Readonly<Record<string, Readonly<Record<string, string | number | null>>>>
}

/** How far a job has come. */
export interface ImportProgress {
  readonly job: string
  /** null while checking. */
  readonly batch: number | null
  readonly phase: 'checking' | 'scoring' | 'ranking' | 'undoing'
  readonly rows: number
  readonly accepted: number
  readonly rejected: number
  readonly bytesRead: number
  readonly bytesTotal: number
  readonly rowsPerSecond: number
  /** Seconds left, null while it cannot be said. */
  readonly secondsLeft: number | null
}

/** What came of an import. */
export interface ImportSummary {
  readonly batch: number
  readonly fileName: string
  /** True when the user stopped it: what was committed stays, and the import can go on later. */
  readonly cancelled: boolean
  readonly rows: number
  readonly accepted: number
  readonly rejected: number
  readonly repaired: number
  readonly duplicates: DuplicateCounts
  readonly seconds: number
  readonly rowsPerSecond: number
  readonly meanScore: number | null
  readonly bands: Readonly<Record<'hot' | 'warm' | 'cold', number>>
  readonly warnings: readonly Finding[]
  /** The first 100 rejected rows. */
  readonly rejects: readonly Reject[]
}

/** An import of the past, looked at again. */
export interface BatchDetail extends Batch {
  readonly warnings: readonly Finding[]
  /** The first 100 rejected rows. */
  readonly rejects: readonly Reject[]
  readonly bands: Readonly<Record<'hot' | 'warm' | 'cold', number>>
}

/** A lead that an undo leaves alone, because somebody has worked with it. */
export interface KeptLead {
  readonly id: number
  readonly name: string | null
  readonly company: string | null
  readonly reason: 'outcome' | 'edited'
}

/** What came of undoing an import. */
export interface UndoSummary {
  readonly batch: number
  readonly fileName: string
  readonly removed: number
  readonly kept: number
  /** The first 100 of those kept. */
  readonly keptLeads: readonly KeptLead[]
}
