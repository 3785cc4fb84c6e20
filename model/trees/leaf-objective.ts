/** Penalties on leaf values. */
export interface LeafPenalties {
  /** L2 */
  readonly lambda: number
  /** L1 */
  readonly alpha: number
}

/**
 * Best value of a leaf whose rows have these sums: the minimum of the second-order expansion of the loss with its penalties.
 * 0 where nothing determines it. Source: Chen, Guestrin (2016), "XGBoost", equation 5.
 */
export function leafWeight(gradient: number, hessian: number, penalties: LeafPenalties): number {
  const curvature = hessian + penalties.lambda
  return curvature > 0 ? -shrink(gradient, penalties.alpha) / curvature : 0
}

/** Twice the loss that the best leaf value saves; the gain of a split is what its children save beyond their parent. */
export function leafScore(gradient: number, hessian: number, penalties: LeafPenalties): number {
  const curvature = hessian + penalties.lambda
  const pull = shrink(gradient, penalties.alpha)
  return curvature > 0 ? (pull * pull) / curvature : 0
}

function shrink(gradient: number, alpha: number): number {
  if (gradient > alpha) return gradient - alpha
  return gradient < -alpha ? gradient + alpha : 0
}
