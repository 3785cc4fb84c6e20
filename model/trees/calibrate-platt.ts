import { sigmoid } from './sigmoid.ts'

/** `probability = sigmoid(slope * logOdds + intercept)` */
export interface PlattScaling {
  readonly slope: number
  readonly intercept: number
}

const MAX_STEPS = 100
/** Mean gradient at which the fit counts as done. */
const TOLERANCE = 1e-10
/** Keeps the equations solvable when all scores are equal. */
const RIDGE = 1e-12

/**
 * Platt scaling: the slope and intercept on log-odds that make probabilities fit outcomes best (least logistic loss), by
 * Newton's method with step halving. Targets are smoothed as Platt did, `(positives + 1) / (positives + 2)` for a positive
 * and `1 / (negatives + 2)` for a negative, so that few rows or perfectly separated ones give finite values.
 *
 * `labels` are 0 or 1, one per log-odds; the rows must not be training rows. Rows of one outcome only, constant scores and
 * no rows at all are allowed: the intercept then carries what is known. A negative slope says that the scores rank backwards.
 * Source: Platt (1999), "Probabilistic outputs for support vector machines"; Lin, Lin, Weng (2007), "A note on Platt's
 * probabilistic outputs for support vector machines", whose step and starting point these are.
 */
export function calibratePlatt(logOdds: Float32Array | Float64Array, labels: Uint8Array): PlattScaling {
  const positives = labels.reduce((count, label) => count + label, 0)
  const negatives = labels.length - positives
  const targets = Float64Array.from(labels, (label) =>
    label === 1 ? (positives + 1) / (positives + 2) : 1 / (negatives + 2),
  )
  let fit: PlattScaling = { slope: 0, intercept: Math.log((positives + 1) / (negatives + 1)) }
  let loss = smoothedLoss(logOdds, targets, fit)
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const direction = newtonDirection(logOdds, targets, fit)
    if (direction.gradient <= TOLERANCE * labels.length) break
    const next = halveUntilLower(fit, direction, loss, (at) => smoothedLoss(logOdds, targets, at))
    if (next === null) break
    fit = next.fit
    loss = next.loss
  }
  return fit
}

function newtonDirection(logOdds: Float32Array | Float64Array, targets: Float64Array, fit: PlattScaling) {
  let [slopeSlope, slopeIntercept, interceptIntercept] = [RIDGE, 0, RIDGE]
  let [bySlope, byIntercept] = [0, 0]
  for (let row = 0; row < targets.length; row += 1) {
    const z = logOdds[row] ?? 0
    const p = sigmoid(fit.slope * z + fit.intercept)
    const weight = p * (1 - p)
    const miss = p - (targets[row] ?? 0)
    slopeSlope += z * z * weight
    slopeIntercept += z * weight
    interceptIntercept += weight
    bySlope += z * miss
    byIntercept += miss
  }
  const determinant = slopeSlope * interceptIntercept - slopeIntercept * slopeIntercept
  return {
    slope: (slopeIntercept * byIntercept - interceptIntercept * bySlope) / determinant,
    intercept: (slopeIntercept * bySlope - slopeSlope * byIntercept) / determinant,
    gradient: Math.max(Math.abs(bySlope), Math.abs(byIntercept)),
  }
}

function halveUntilLower(
  fit: PlattScaling,
  direction: PlattScaling,
  loss: number,
  lossAt: (fit: PlattScaling) => number,
): { fit: PlattScaling; loss: number } | null {
  for (let stepSize = 1; stepSize > 1e-10; stepSize /= 2) {
    const next = {
      slope: fit.slope + stepSize * direction.slope,
      intercept: fit.intercept + stepSize * direction.intercept,
    }
    const nextLoss = lossAt(next)
    if (nextLoss < loss) return { fit: next, loss: nextLoss }
  }
  return null
}

function smoothedLoss(
  logOdds: Float32Array | Float64Array,
  targets: Float64Array,
  fit: PlattScaling,
): number {
  let sum = 0
  for (let row = 0; row < targets.length; row += 1) {
    const z = fit.slope * (logOdds[row] ?? 0) + fit.intercept
    sum += Math.max(0, z) - z * (targets[row] ?? 0) + Math.log1p(Math.exp(-Math.abs(z)))
  }
  return sum
}
