/** Turns rows of values into the matrix that trees are trained on. */
import type { Feature } from '../bundle/feature.ts'
import type { Field, FieldValue } from '../bundle/field.ts'
import type { Matrix } from '../trees/ensemble.ts'
import type { PlannedFeature } from './feature-plan.ts'
import { fitFeatures, type TrainingRows } from './fit-features.ts'
import { createVectorizer } from './vectorize-lead.ts'

/** Encodes rows with a fitted spec. */
export function encodeRows(
  fields: readonly Field[],
  features: readonly Feature[],
  rows: readonly (readonly FieldValue[])[],
): Matrix {
  const { featureCount, vectorize } = createVectorizer(fields, features)
  const data = new Float32Array(rows.length * featureCount)
  for (const [row, values] of rows.entries()) vectorize(values, data, row * featureCount)
  return { rows: rows.length, columns: featureCount, data }
}

/**
 * Encodes training rows out of fold: each row with a spec fitted on the rows of the other folds. A row's own outcome
 * then never enters its target means; fitted on all rows they would leak it, and the trees would trust them too much.
 * `folds[row]` is the row's fold, 0 to `foldCount - 1`.
 */
export function encodeOutOfFold(
  plan: readonly PlannedFeature[],
  fields: readonly Field[],
  rows: TrainingRows,
  folds: Uint8Array,
  foldCount: number,
): Matrix {
  const columns = plan.length
  const data = new Float32Array(rows.values.length * columns)
  for (let fold = 0; fold < foldCount; fold++) {
    const others = rows.values.map((_, row) => row).filter((row) => folds[row] !== fold)
    const features = fitFeatures(plan, fields, {
      values: others.map((row) => rows.values[row] ?? []),
      outcomes: Uint8Array.from(others, (row) => rows.outcomes[row] ?? 0),
    })
    const { vectorize } = createVectorizer(fields, features)
    rows.values.forEach((values, row) => {
      if (folds[row] === fold) vectorize(values, data, row * columns)
    })
  }
  return { rows: rows.values.length, columns, data }
}
