import type { PlattFit } from '../statistics/fit-platt.ts'
import type { Ensemble } from './ensemble.ts'

/**
 * The calibrated model as one ensemble: leaves and base take the slope, the base the intercept too.
 * Nothing is left to apply after the network, and explanations of the calibrated log-odds need no extra step. Gains and
 * covers stay as trained.
 */
export function foldCalibration(ensemble: Ensemble, { slope, intercept }: PlattFit): Ensemble {
  return {
    featureCount: ensemble.featureCount,
    // As the network will hold it.
    base: Math.fround(slope * ensemble.base + intercept),
    trees: ensemble.trees.map((tree) => ({ ...tree, value: tree.value.map((value) => slope * value) })),
  }
}
