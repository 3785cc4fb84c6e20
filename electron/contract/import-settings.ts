/** What a person can decide about an import: how the file is read, what its columns feed, what becomes of duplicates. */
import { z } from 'zod'

/** What a column feeds: a model field, or part of a lead's identity. */
export const columnTargetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('field'), name: z.string().min(1).max(100) }),
  z.strictObject({
    kind: z.literal('identity'),
    name: z.enum(['name', 'firstName', 'lastName', 'company', 'email', 'link']),
  }),
])
/** What a column feeds. */
export type ColumnTarget = z.infer<typeof columnTargetSchema>

const columnSchema = z.int().min(0).max(20_000)

/** Columns with what each feeds. */
export const columnMappingSchema = z
  .array(z.strictObject({ column: columnSchema, target: columnTargetSchema }))
  .max(1000)
/** Which column (0-based) feeds what. Columns not named are ignored. */
export type ColumnMapping = z.infer<typeof columnMappingSchema>

/** Text encodings a file can be read in, by their names in the Encoding Standard. */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'windows-1252',
  'iso-8859-1',
  'iso-8859-15',
  'macintosh',
] as const
/** An encoding that can be chosen. */
export const encodingSchema = z.enum(ENCODINGS)
/** How the characters of a file are written. */
export type Encoding = z.infer<typeof encodingSchema>

/** What can stand between two cells. */
export const DELIMITERS = [',', ';', '\t', '|'] as const
/** A delimiter that can be chosen. */
export const delimiterSchema = z.enum(DELIMITERS)
/** What stands between two cells. */
export type Delimiter = z.infer<typeof delimiterSchema>

/** What stands before the decimals. */
export const decimalMarkSchema = z.enum(['.', ','])
/** What stands before the decimals. */
export type DecimalMark = z.infer<typeof decimalMarkSchema>

/** Order of day, month and year in dates written with numbers. */
export const dateOrderSchema = z.enum(['dmy', 'mdy', 'ymd'])
/** Order of day, month and year. */
export type DateOrder = z.infer<typeof dateOrderSchema>

/**
 * `percent`: the file's numbers are hundred times the model's; `fraction`: a hundredth of them; `plain`: they are taken as
 * they stand.
 */
export const scaleSchema = z.enum(['percent', 'fraction', 'plain'])
/** How a file's numbers relate to the model's. */
export type Scale = z.infer<typeof scaleSchema>

const readSettingsSchema = z.strictObject({
  encoding: encodingSchema.optional(),
  delimiter: delimiterSchema.optional(),
  /** Which line that is not blank holds the column names, from 1; 0: none does, columns are called "Column 1" and so on. */
  header: z.int().min(0).max(1000).optional(),
  /** Name of the sheet, in a workbook. */
  sheet: z.string().min(1).max(200).optional(),
  /** For all number columns. */
  decimal: decimalMarkSchema.optional(),
  dates: dateOrderSchema.optional(),
  /** By field name. */
  scale: z.record(z.string().min(1).max(100), scaleSchema).optional(),
})
/** How a file is to be read. What is absent is found out from the file, or asked. */
export type ReadSettings = z.infer<typeof readSettingsSchema>

/** Longest text a correction may name or put in its place; a cell that holds more cannot be corrected. */
export const LONGEST_FIXABLE_TEXT = 10_000

const cellFixSchema = z.strictObject({
  column: columnSchema,
  /** Only in this row; in every row where the cell reads `from` when absent. */
  row: z.int().min(1).optional(),
  /** The cell's text as it stands in the file. */
  from: z.string().max(LONGEST_FIXABLE_TEXT),
  /** What is read in its place; empty: a missing value. */
  to: z.string().max(LONGEST_FIXABLE_TEXT),
})
/** A cell corrected before the import. The file itself is never changed. */
export type CellFix = z.infer<typeof cellFixSchema>

/**
 * What becomes of a row that is a lead known already (in the file above, or in the history). `again`: scored and
 * listed once more. `skip`: rejected with the reason `rows_duplicate`. `update`: scored, and takes the earlier lead's
 * place in the call list; the earlier prediction stays in the history.
 */
export const duplicatePolicySchema = z.enum(['again', 'skip', 'update'])
/** What becomes of leads that are known already. */
export type DuplicatePolicy = z.infer<typeof duplicatePolicySchema>

/** All that can be decided about an import. */
export const importSettingsSchema = z.strictObject({
  read: readSettingsSchema,
  /** null: as remembered for files with the same columns, else as suggested. */
  mapping: columnMappingSchema.nullable(),
  duplicates: duplicatePolicySchema,
  fixes: z.array(cellFixSchema).max(10_000),
})
/** Everything that can be decided about an import. */
export type ImportSettings = z.infer<typeof importSettingsSchema>

/** Nothing decided: all is found out from the file. */
export const DEFAULT_SETTINGS: ImportSettings = { read: {}, mapping: null, duplicates: 'again', fixes: [] }
