/** Products are scaled down by this when they pass it; the exponent is counted apart. */
const SCALE = 1e140
const LOG10_SCALE = 140

/** A square matrix times 10^exponent. */
interface ScaledMatrix {
  readonly cells: Float64Array
  readonly exponent: number
}

/**
 * Distribution function of the two-sided one-sample Kolmogorov-Smirnov statistic, exactly: the chance that `n` uniform
 * values stay nearer than `d` to the true distribution everywhere.
 *
 * `n` whole and above 0, 0 < d < 1. Absolute error below 1e-13. Cost: (2 n d)^3 log2(n), so it is for few values or a small d;
 * `kolmogorovSurvival` chooses. d of 1/(2n) and below gives 0.
 * Method: n-th power of Durbin's matrix by squaring, with the exponent kept apart.
 * Source: Marsaglia, Tsang, Wang (2003), "Evaluating Kolmogorov's distribution".
 */
export function kolmogorovMatrix(n: number, d: number): number {
  const t = n * d
  if (t <= 0.5) return 0
  const k = Math.ceil(t)
  const size = 2 * k - 1
  const power = matrixPower(durbinMatrix(size, k - t), size, n)
  let value = power.cells[(k - 1) * size + k - 1] ?? Number.NaN
  let exponent = power.exponent
  // Times n!/n^n, in steps that neither overflow nor underflow.
  for (let i = 1; i <= n; i++) {
    value *= i / n
    if (value < 1 / SCALE) {
      value *= SCALE
      exponent -= LOG10_SCALE
    }
  }
  return value * 10 ** exponent
}

function durbinMatrix(size: number, h: number): Float64Array {
  const cells = new Float64Array(size * size)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= Math.min(row + 1, size - 1); column++) cells[row * size + column] = 1
  }
  const add = (row: number, column: number, amount: number) => {
    cells[row * size + column] = (cells[row * size + column] ?? 0) + amount
  }
  for (let i = 0; i < size; i++) {
    add(i, 0, -(h ** (i + 1)))
    add(size - 1, i, -(h ** (size - i)))
  }
  add(size - 1, 0, Math.max(0, 2 * h - 1) ** size)
  for (let row = 0; row < size; row++) {
    let factorial = 1
    for (let column = row; column >= 0; column--) {
      factorial *= row - column + 1
      cells[row * size + column] = (cells[row * size + column] ?? 0) / factorial
    }
  }
  return cells
}

function matrixPower(base: Float64Array, size: number, n: number): ScaledMatrix {
  let result: ScaledMatrix | undefined
  let square: ScaledMatrix = { cells: base, exponent: 0 }
  for (let rest = n; ; square = multiply(square, square, size)) {
    if (rest % 2 === 1) result = result ? multiply(result, square, size) : square
    rest = Math.floor(rest / 2)
    if (rest === 0) return result ?? square
  }
}

function multiply(left: ScaledMatrix, right: ScaledMatrix, size: number): ScaledMatrix {
  const cells = new Float64Array(size * size)
  for (let row = 0; row < size; row++) {
    for (let inner = 0; inner < size; inner++) {
      const factor = left.cells[row * size + inner] ?? 0
      if (factor === 0) continue
      for (let column = 0; column < size; column++) {
        const at = row * size + column
        cells[at] = (cells[at] ?? 0) + factor * (right.cells[inner * size + column] ?? 0)
      }
    }
  }
  const exponent = left.exponent + right.exponent
  const middle = cells[(size >> 1) * size + (size >> 1)] ?? 0
  if (middle < SCALE) return { cells, exponent }
  return { cells: cells.map((cell) => cell / SCALE), exponent: exponent + LOG10_SCALE }
}
