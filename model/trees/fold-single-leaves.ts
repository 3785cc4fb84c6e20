import type { Ensemble } from './ensemble.ts'

/**
 * Moves trees that are a single leaf into the base: the same log-odds with fewer trees.
 * Strong regularisation ends in such trees (255 to 79 in one measured model), and a network twice as fast without them.
 */
export function foldSingleLeaves(ensemble: Ensemble): Ensemble {
  let base = ensemble.base
  const trees = ensemble.trees.filter((tree) => {
    if (tree.feature[0] !== -1) return true
    base += tree.value[0] ?? 0
    return false
  })
  return { featureCount: ensemble.featureCount, base, trees }
}
