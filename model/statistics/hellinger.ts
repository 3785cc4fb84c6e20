import { bhattacharyyaCoefficient } from './bhattacharyya-coefficient.ts'

/**
 * Hellinger distance of two samples of categories: sqrt(1 - sum of the roots of p q).
 *
 * `reference` and `current` are counts over the union of levels. 0 to 1; equal shares may give up to 1.5e-8, as one rounding of the
 * sum is as much under the root. Symmetric. An empty sample gives NaN.
 * Source: Hellinger (1909).
 */
export function hellinger(reference: Uint32Array, current: Uint32Array): number {
  const overlap = bhattacharyyaCoefficient(reference, current)
  return Math.sqrt(1 - Math.min(Math.max(overlap, 0), 1))
}
