/** Calibrated log-odds are `slope * logOdds + intercept`. */
export interface PlattFit {
  readonly slope: number
  readonly intercept: number
}

const ROUNDS = 100
const ENOUGH = 1e-12

/**
 * Platt scaling: the line through log-odds that makes their sigmoid fit outcomes best (least log loss).
 *
 * `logOdds` and `outcomes` (1 engaged, 0 not) have one entry per lead, and should not be training rows. Outcomes are
 * softened to (m+1)/(m+2) and 1/(n+2), m engaged and n others, as Platt does, so that separable data keeps a finite
 * slope. Newton's method with halved steps; the loss is convex, so the fit does not depend on its start (slope 0).
 * Constant log-odds give slope 0 and the softened rate as intercept; empty input gives slope 1 and intercept 0; NaN input
 * gives slope 0. Ties need nothing special.
 * Source: Platt (1999); Lin, Lin, Weng (2007), "A note on Platt's probabilistic outputs for support vector machines".
 */
export function fitPlatt(logOdds: Float64Array, outcomes: Uint8Array): PlattFit {
  if (logOdds.length === 0) return { slope: 1, intercept: 0 }
  const engaged = outcomes.reduce((sum, outcome) => sum + outcome, 0)
  const [high, low] = [(engaged + 1) / (engaged + 2), 1 / (outcomes.length - engaged + 2)]
  const targets = Float64Array.from(outcomes, (outcome) => (outcome === 1 ? high : low))
  let fit: PlattFit = { slope: 0, intercept: rateLogOdds(targets) }
  let loss = lossOf(logOdds, targets, fit)
  for (let round = 0; round < ROUNDS; round++) {
    const step = newtonStep(logOdds, targets, fit)
    let scale = 1
    let next = moved(fit, step, scale)
    let nextLoss = lossOf(logOdds, targets, next)
    while (nextLoss > loss && scale > 1e-10) {
      scale /= 2
      next = moved(fit, step, scale)
      nextLoss = lossOf(logOdds, targets, next)
    }
    if (!(nextLoss <= loss)) break
    const change = loss - nextLoss
    fit = next
    loss = nextLoss
    if (change < ENOUGH * loss) break
  }
  return fit
}

function rateLogOdds(targets: Float64Array): number {
  const rate = targets.reduce((sum, target) => sum + target, 0) / targets.length
  return Math.log(rate / (1 - rate))
}

function moved({ slope, intercept }: PlattFit, step: PlattFit, scale: number): PlattFit {
  return { slope: slope - scale * step.slope, intercept: intercept - scale * step.intercept }
}

function lossOf(logOdds: Float64Array, targets: Float64Array, { slope, intercept }: PlattFit): number {
  let loss = 0
  for (let lead = 0; lead < logOdds.length; lead++) {
    const z = slope * (logOdds[lead] ?? 0) + intercept
    // ln(1 + e^z) - target * z, written so that neither end overflows.
    loss += Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - (targets[lead] ?? 0) * z
  }
  return loss
}

/** Gradient times inverse Hessian; the ridge keeps constant log-odds solvable. */
function newtonStep(logOdds: Float64Array, targets: Float64Array, { slope, intercept }: PlattFit): PlattFit {
  let [gradientSlope, gradientIntercept] = [0, 0]
  let [slopeSlope, slopeIntercept, interceptIntercept] = [1e-12, 0, 1e-12]
  for (let lead = 0; lead < logOdds.length; lead++) {
    const x = logOdds[lead] ?? 0
    const chance = 1 / (1 + Math.exp(-(slope * x + intercept)))
    const error = chance - (targets[lead] ?? 0)
    const weight = chance * (1 - chance)
    gradientSlope += error * x
    gradientIntercept += error
    slopeSlope += weight * x * x
    slopeIntercept += weight * x
    interceptIntercept += weight
  }
  const determinant = slopeSlope * interceptIntercept - slopeIntercept * slopeIntercept
  return {
    slope: (gradientSlope * interceptIntercept - gradientIntercept * slopeIntercept) / determinant,
    intercept: (gradientIntercept * slopeSlope - gradientSlope * slopeIntercept) / determinant,
  }
}
