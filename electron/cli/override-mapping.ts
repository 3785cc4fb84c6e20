/** `--map FIELD=HEADER` or `FIELD=#N`: the user's word against the suggested mapping. */
import {
  type ColumnMapping,
  type ColumnTarget,
  columnTargetSchema,
  type FileColumn,
} from '../contract/importing.ts'
import { refuse } from '../contract/result.ts'

export interface MappingWish {
  readonly field: string
  readonly header: string
}

/** Splits `FIELD=HEADER` at the first equals sign; null when it is not of that form. */
export function parseMappingWish(text: string): MappingWish | null {
  const at = text.indexOf('=')
  if (at < 1 || at === text.length - 1) return null
  return { field: text.slice(0, at).trim(), header: text.slice(at + 1) }
}

/**
 * The suggested mapping with every wish carried out: the wished column feeds the field and nothing else does.
 * Refuses a field the model does not have and a header the file does not have.
 */
export function overrideMapping(
  suggested: ColumnMapping,
  wishes: readonly MappingWish[],
  columns: readonly FileColumn[],
  fieldNames: ReadonlySet<string>,
): ColumnMapping {
  let mapping = suggested
  for (const wish of wishes) {
    const target = targetOf(wish.field, fieldNames)
    const column = findColumn(columns, wish.header)
    if (!column)
      refuse(
        'column_unknown',
        `The file has no column "${wish.header}".`,
        `Its columns are: ${list(columns)}.`,
      )
    mapping = [
      ...mapping.filter((entry) => entry.column !== column.index && !sameTarget(entry.target, target)),
      { column: column.index, target },
    ]
  }
  return mapping
}

/** By header as it stands, else in other letters, else by the place in `#3`. */
function findColumn(columns: readonly FileColumn[], wished: string): FileColumn | undefined {
  const place = /^\s*#(\d+)\s*$/.exec(wished)?.[1]
  return (
    columns.find(({ header }) => header === wished.trim()) ??
    columns.find(({ header }) => sameText(header, wished)) ??
    columns.find(({ index }) => place !== undefined && index === Number(place) - 1)
  )
}

function targetOf(field: string, fieldNames: ReadonlySet<string>): ColumnTarget {
  if (fieldNames.has(field)) return { kind: 'field', name: field }
  const identity = columnTargetSchema.safeParse({ kind: 'identity', name: field })
  return identity.success ? identity.data : refuseField(field, fieldNames)
}

/** Refuses a field that the model does not have. */
export function requireField(field: string, fieldNames: ReadonlySet<string>): void {
  if (!fieldNames.has(field)) refuseField(field, fieldNames)
}

function refuseField(field: string, fieldNames: ReadonlySet<string>): never {
  refuse(
    'field_unknown',
    `The model has no field "${field}".`,
    `Its fields are: ${[...fieldNames].join(', ')}.`,
  )
}

const sameText = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()
const sameTarget = (a: ColumnTarget, b: ColumnTarget) => a.kind === b.kind && a.name === b.name
const list = (columns: readonly FileColumn[]) => columns.map(({ header }) => header).join(', ')
