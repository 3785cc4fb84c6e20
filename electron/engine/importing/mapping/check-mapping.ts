/** Whether a mapping fits a file and a model at all. */
import type { Field } from '../../../../model/bundle/field.ts'
import type { ColumnMapping } from '../../../contract/importing.ts'
import { refuse } from '../../../contract/result.ts'

/** Refuses a mapping made for another file or another model. */
export function checkMapping(
  mapping: ColumnMapping,
  headers: readonly string[],
  fields: readonly Field[],
): void {
  const seen = new Set<number>()
  for (const { column, target } of mapping) {
    if (column >= headers.length) {
      refuse('mapping_unsure', `The file has no column ${column + 1}.`, 'Choose the file again.')
    }
    if (target.kind === 'field' && !fields.some(({ name }) => name === target.name)) {
      refuse('field_unknown', `The model has no field "${target.name}".`, 'Choose the file again.')
    }
    if (seen.has(column)) {
      refuse('mapping_unsure', `Column ${column + 1} is chosen twice.`, 'Choose each column once.')
    }
    seen.add(column)
  }
}

/** What of a remembered mapping still fits: the model may have changed since. */
export function fittingMapping(
  mapping: ColumnMapping,
  headers: readonly string[],
  fields: readonly Field[],
): ColumnMapping {
  return mapping.filter(
    ({ column, target }) =>
      column < headers.length &&
      (target.kind === 'identity' || fields.some(({ name }) => name === target.name)),
  )
}
