import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { binMatrix } from './bin-matrix.ts'
import { findSplit, type SplitRules } from './find-split.ts'
import { fillHistogram, subtractHistogram } from './histogram.ts'
import { createLossGradients } from './loss-gradients.ts'

interface Rows {
  readonly columns: number
  readonly values: readonly number[][]
  readonly pairs: Float64Array
}

const value = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constant(Number.NaN),
  fc.float({ min: -3, max: 3, noNaN: true }),
)
const someRows: fc.Arbitrary<Rows> = fc
  .integer({ min: 1, max: 4 })
  .chain((columns) =>
    fc.array(
      fc.record({
        x: fc.array(value, { minLength: columns, maxLength: columns }),
        label: fc.integer({ min: 0, max: 1 }),
        logOdds: fc.float({ min: -4, max: 4, noNaN: true }),
      }),
      { minLength: 1, maxLength: 25 },
    ),
  )
  .map((rows) => {
    const gradients = createLossGradients(
      Uint8Array.from(rows, (row) => row.label),
      1.5,
    )
    gradients.update(Float64Array.from(rows, (row) => row.logOdds))
    const values = rows.map((row) => row.x.map(Math.fround))
    return { columns: values[0]?.length ?? 0, values, pairs: gradients.pairs }
  })

const someRules: fc.Arbitrary<SplitRules> = fc.record({
  lambda: fc.constantFrom(0, 1, 3),
  alpha: fc.constantFrom(0, 0.3),
  gamma: fc.constantFrom(0, 0.5),
  minChildWeight: fc.constantFrom(0, 0.3, 1),
})

function prepare({ columns, values, pairs }: Rows) {
  const binned = binMatrix({ rows: values.length, columns, data: Float32Array.from(values.flat()) }, 255)
  const all = Uint32Array.from(values.keys())
  const allColumns = Uint32Array.from({ length: columns }, (_, column) => column)
  const histogramOf = (rows: Uint32Array) => {
    const histogram = new Float64Array(2 * binned.slotCount)
    fillHistogram(histogram, binned, allColumns, rows, pairs, new Float64Array(pairs.length))
    return histogram
  }
  const node = sumOf(pairs, [...all])
  const find = (rules: SplitRules) => findSplit(histogramOf(all), binned, allColumns, node, rules)
  return { binned, all, histogramOf, find }
}

function sumOf(pairs: Float64Array, rows: readonly number[]) {
  return {
    gradient: rows.reduce((sum, row) => sum + (pairs[2 * row] ?? 0), 0),
    hessian: rows.reduce((sum, row) => sum + (pairs[2 * row + 1] ?? 0), 0),
  }
}

/** What a division is worth, or -1 when the rules forbid it: the definition, row by row. */
function worth({ values, pairs }: Rows, goesLeft: (row: number) => boolean, rules: SplitRules): number {
  const everyone = [...values.keys()]
  const sides = [everyone.filter(goesLeft), everyone.filter((row) => !goesLeft(row))]
  if (sides.some((rows) => rows.length === 0 || sumOf(pairs, rows).hessian < rules.minChildWeight)) return -1
  const score = (rows: readonly number[]) => {
    const { gradient, hessian } = sumOf(pairs, rows)
    return Math.max(0, Math.abs(gradient) - rules.alpha) ** 2 / (hessian + rules.lambda)
  }
  return sides.reduce((sum, rows) => sum + score(rows), 0) - score(everyone)
}

/** The best of all divisions there are: every column, every threshold, missing values left or right. */
function exhaustiveBest(rows: Rows, rules: SplitRules): number {
  let best = -1
  for (let column = 0; column < rows.columns; column += 1) {
    const present = rows.values.map((x) => x[column] ?? 0).filter((x) => !Number.isNaN(x))
    for (const threshold of [...present, Infinity]) {
      for (const missingLeft of [false, true]) {
        const goesLeft = (row: number) => {
          const x = rows.values[row]?.[column] ?? 0
          return Number.isNaN(x) ? missingLeft : x < threshold
        }
        best = Math.max(best, worth(rows, goesLeft, rules))
      }
    }
  }
  return best
}

describe('findSplit', () => {
  it('finds the best of all divisions, or none where none is allowed', () => {
    fc.assert(
      fc.property(someRows, someRules, (rows, rules) => {
        const split = prepare(rows).find(rules)
        const best = exhaustiveBest(rows, rules)
        if (split) expect(split.gain).toBeCloseTo(best, 9)
        else expect(best).toBeLessThan(Math.max(1.1e-6, rules.gamma))
      }),
      { numRuns: 300 },
    )
  })

  it('reports gain and sums of the division it names', () => {
    fc.assert(
      fc.property(someRows, someRules, (rows, rules) => {
        const { binned, find } = prepare(rows)
        const split = find(rules)
        if (split === null) return
        const cut = binned.cuts[split.column]?.[split.bin] ?? Infinity
        const goesLeft = (row: number) => {
          const x = rows.values[row]?.[split.column] ?? 0
          return Number.isNaN(x) ? split.missingLeft : x < cut
        }
        expect(worth(rows, goesLeft, rules)).toBeCloseTo(split.gain, 9)
        expect(split.left).toEqual(sumOf(rows.pairs, [...rows.values.keys()].filter(goesLeft)))
      }),
    )
  })

  it('sends missing values the way of the heavier child where the node has none', () => {
    const gradients = createLossGradients(Uint8Array.of(1, 0, 0, 0), 1)
    gradients.update(new Float64Array(4))
    const rows = { columns: 1, values: [[0], [1], [1], [1]], pairs: gradients.pairs }
    const rules = { lambda: 0, alpha: 0, gamma: 0, minChildWeight: 0 }
    expect(prepare(rows).find(rules)?.missingLeft).toBe(false)
    expect(prepare({ ...rows, values: [[0], [0], [0], [1]] }).find(rules)?.missingLeft).toBe(true)
  })
})

describe('histograms', () => {
  it('of a child, taken from the parent, leave exactly the other child', () => {
    fc.assert(
      fc.property(someRows, fc.func(fc.boolean()), (rows, goesLeft) => {
        const { all, histogramOf } = prepare(rows)
        const parent = histogramOf(all)
        subtractHistogram(parent, histogramOf(all.filter((row) => goesLeft(row))))
        expect(parent).toEqual(histogramOf(all.filter((row) => !goesLeft(row))))
      }),
    )
  })
})
