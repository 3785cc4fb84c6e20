/**
 * Logistic loss (log loss) of log-odds: the mean over rows of `-log(probability of the label)`, in nats.
 * `labels` are 0 or 1, as many as there are log-odds. Computed so that large log-odds do not overflow. NaN for no rows.
 */
export function logisticLoss(logOdds: Float32Array | Float64Array, labels: Uint8Array): number {
  let sum = 0
  for (let row = 0; row < labels.length; row += 1) {
    const z = logOdds[row] ?? Number.NaN
    const wrongWay = labels[row] === 1 ? -z : z
    sum += Math.max(0, wrongWay) + Math.log1p(Math.exp(-Math.abs(wrongWay)))
  }
  return sum / labels.length
}
