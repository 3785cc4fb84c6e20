import { createRandom } from '../../pipeline/random.ts'
import type { Matrix } from '../ensemble.ts'
import { sigmoid } from '../sigmoid.ts'

const COLUMNS = 40

/**
 * Invented rows on which our trainer and XGBoost are compared: numbers, counts, flags and noise, with missing values that
 * mean something, and a signal with interactions. The same arguments give the same rows.
 * `discrete` rounds all numbers to eighths, so that no column needs quantiles and both trainers see the same bins.
 */
export function makeGoldenRows(
  rows: number,
  seed: number,
  discrete: boolean,
): { matrix: Matrix; labels: Uint8Array } {
  const random = createRandom(seed)
  const data = new Float32Array(rows * COLUMNS)
  const labels = new Uint8Array(rows)
  const round = (x: number) => (discrete ? Math.round(8 * Math.max(-8, Math.min(8, x))) / 8 : x)
  for (let row = 0; row < rows; row += 1) {
    const x = data.subarray(row * COLUMNS, (row + 1) * COLUMNS)
    for (let column = 0; column < COLUMNS; column += 1) x[column] = drawValue(column, random, round)
    labels[row] = random.chance(sigmoid(trueLogOdds(x))) ? 1 : 0
    for (let column = 0; column < COLUMNS; column += 4) {
      // Missing more often among positives in column 0, by chance elsewhere.
      if (random.chance(column === 0 ? 0.1 + 0.2 * (labels[row] ?? 0) : 0.15)) x[column] = Number.NaN
    }
  }
  return { matrix: { rows, columns: COLUMNS, data }, labels }
}

function drawValue(
  column: number,
  random: ReturnType<typeof createRandom>,
  round: (x: number) => number,
): number {
  if (column < 12) return round(random.normal())
  if (column < 20) return random.below(8)
  if (column < 32) return random.chance(0.3) ? 1 : 0
  return round(-2 * Math.log(1 - random.next()))
}

function trueLogOdds(x: Float32Array): number {
  const at = (column: number) => x[column] ?? 0
  const additive =
    0.7 * at(1) - 0.5 * Math.abs(at(2)) + 0.15 * (at(12) - 3.5) + 0.6 * at(20) - 0.3 * Math.min(at(33), 4)
  const interactions =
    0.9 * (at(3) > 0 ? at(21) : -at(21)) + 0.5 * at(4) * at(5) + (at(13) > 4 && at(22) === 1 ? 1.2 : 0)
  return -1 + additive + interactions
}
