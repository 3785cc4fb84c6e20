/** The mapping an import runs with: the user's, checked, or the suggested one. */
import type { Field } from '../../../../model/bundle/field.ts'
import type { ColumnMapping } from '../../../contract/importing.ts'
import { refuse } from '../../../contract/result.ts'
import { checkHeader, checkTargets } from './check-header.ts'
import { type Suggestion, suggestedMapping, targetKey } from './suggest-mapping.ts'

/** Refuses a mapping that does not fit the file or the model. */
export function resolveMapping(
  given: ColumnMapping | null,
  headers: readonly string[],
  suggestion: Suggestion,
  fields: readonly Field[],
): ColumnMapping {
  const mapping = given ?? suggestedMapping(suggestion)
  if (given === null) checkHeader(headers, suggestion)
  checkTargets(mapping.map(({ target }) => target))
  const seen = new Set<string>()
  for (const { column, target } of mapping) {
    if (column >= headers.length) {
      refuse('mapping_unsure', `The file has no column ${column + 1}.`, 'Choose the file again.')
    }
    if (target.kind === 'field' && !fields.some(({ name }) => name === target.name)) {
      refuse('field_unknown', `The model has no field "${target.name}".`, 'Choose the file again.')
    }
    if (seen.has(targetKey(target))) {
      refuse('columns_ambiguous', `Two columns are chosen for ${target.name}.`, 'Choose one of them.')
    }
    seen.add(targetKey(target))
  }
  return mapping
}
