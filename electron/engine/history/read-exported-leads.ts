/** Leads on their way out of the history. */
import type { Field, FieldValue } from '../../../model/bundle/field.ts'
import type { LeadFilter, LeadOrder } from '../../contract/history.ts'
import type { ExportedLead } from '../importing/files/export-leads.ts'
import type { LeadInputs } from './lead-inputs.ts'
import type { LeadLists } from './list-leads.ts'

/** The leads of a filter in its order, some thousand at a time, with values for `fields`. */
export async function* readExportedLeads(
  lists: LeadLists,
  inputs: LeadInputs,
  fields: readonly Field[],
  filter: LeadFilter & { readonly order: LeadOrder },
): AsyncGenerator<readonly ExportedLead[]> {
  for (const ids of lists.ids(filter)) {
    const values = await inputs.many(ids)
    yield ids.flatMap((id) => {
      const row = lists.rows.get(id)
      if (!row) return []
      const { name, company, email, link, score, label, band, scoredAt } = row
      return [
        {
          identity: { name, company, email, link },
          values: valuesFor(fields, lists.rows.manifestOf(id).fields, values.get(id) ?? []),
          scored: { score, label, band },
          scoredAt,
        },
      ]
    })
  }
}

/** Values in the order of `fields`, from a lead that a model with perhaps other fields scored; another type is missing. */
export function valuesFor(
  fields: readonly Field[],
  scoredWith: readonly Field[],
  values: readonly FieldValue[],
): readonly FieldValue[] {
  return fields.map(({ name, type }, index) => {
    // The same model has the same field in the same place.
    const place =
      scoredWith[index]?.name === name ? index : scoredWith.findIndex((field) => field.name === name)
    return scoredWith[place]?.type === type ? (values[place] ?? null) : null
  })
}
