import type { Ensemble } from './ensemble.ts'

/** Total gain of the splits on each feature: what it contributed to lowering the training loss. 0 for an unused feature. */
export function featureGain(ensemble: Ensemble): Float64Array<ArrayBuffer> {
  const total = new Float64Array(ensemble.featureCount)
  for (const { feature, gain } of ensemble.trees) {
    feature.forEach((column, node) => {
      if (column >= 0) total[column] = (total[column] ?? 0) + (gain[node] ?? 0)
    })
  }
  return total
}
