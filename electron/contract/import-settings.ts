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
export type ColumnTarget = z.infer<typeof columnTargetSchema>

const columnSchema = z.int().min(0).max(20_000)

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
export const encodingSchema = z.enum(ENCODINGS)
export type Encoding = z.infer<typeof encodingSchema>

export const DELIMITERS = [',', ';', '\t', '|'] as const
export const delimiterSchema = z.enum(DELIMITERS)
export type Delimiter = z.infer<typeof delimiterSchema>

export const decimalMarkSchema = z.enum(['.', ','])
export type DecimalMark = z.infer<typeof decimalMarkSchema>

/** Order of day, month and year in dates written with numbers. */
export const dateOrderSchema = z.enum(['dmy', 'mdy', 'ymd'])
export type DateOrder = z.infer<typeof dateOrderSchema>

/**
 * `percent`: the file's numbers are hundred times the model's; `fraction`: a hundredth of them; `plain`: they are taken as
 * they stand.
 */
export const scaleSchema = z.enum(['percent', 'fraction', 'plain'])
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

const cellFixSchema = z.strictObject({
  column: columnSchema,
  /** Only in this row; in every row where the cell reads `from` when absent. */
  row: z.int().min(1).optional(),
  /** The cell's text as it stands in the file. */
  from: z.string().max(10_000),
  /** What is read in its place; empty: a missing value. */
  to: z.string().max(10_000),
})
/** A cell corrected before the import. The file itself is never changed. */
export type CellFix = z.infer<typeof cellFixSchema>

/**
 * What becomes of a row that is a lead known already (in the file above, or in the history). `again`: scored and
 * listed once more. `skip`: rejected with the reason `rows_duplicate`. `update`: scored, and takes the earlier lead's
 * place in the call list; the earlier prediction stays in the history.
 */
export const duplicatePolicySchema = z.enum(['again', 'skip', 'update'])
export type DuplicatePolicy = z.infer<typeof duplicatePolicySchema>

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
