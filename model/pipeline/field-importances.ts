/** How much each field contributes to the model: its features' share of the total gain. */
import type { Feature } from '../bundle/feature.ts'
import type { Field } from '../bundle/field.ts'
import type { Ensemble } from '../trees/ensemble.ts'
import { featureGain } from '../trees/feature-gain.ts'

/** Shares in field order, to four digits; all 0 when no tree splits. */
export function fieldImportances(
  fields: readonly Field[],
  features: readonly Feature[],
  ensemble: Ensemble,
): number[] {
  const gainByField = new Map<string, number>()
  let total = 0
  featureGain(ensemble).forEach((gain, column) => {
    const field = features[column]?.field
    if (field === undefined) return
    gainByField.set(field, (gainByField.get(field) ?? 0) + gain)
    total += gain
  })
  return fields.map(({ name }) =>
    total === 0 ? 0 : Math.round(((gainByField.get(name) ?? 0) / total) * 1e4) / 1e4,
  )
}
