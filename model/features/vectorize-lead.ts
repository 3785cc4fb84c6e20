/** From a lead to the numbers a model sees, for training and for single leads; `vectorize-columns.ts` does whole chunks. */
import type { Feature } from '../bundle/feature.ts'
import type { Field, FieldValue } from '../bundle/field.ts'
import { compileField, type FieldStep, featuresByField } from './field-steps.ts'

export interface Vectorizer {
  readonly featureCount: number
  /** Writes the features of a row of values (in field order) to `out[offset]` and on; every slot is written. */
  vectorize(values: readonly FieldValue[], out: Float32Array, offset: number): void
}

/**
 * Compiles fields and features into a vectorizer. Features are grouped by field, so that a lead costs one step per
 * field; maps are built here, so that a lead allocates nothing but what lower-casing a text needs.
 */
export function createVectorizer(fields: readonly Field[], features: readonly Feature[]): Vectorizer {
  const steps: { readonly fieldIndex: number; readonly step: FieldStep }[] = []
  featuresByField(fields, features).forEach((own, fieldIndex) => {
    for (const step of compileField(own)) steps.push({ fieldIndex, step })
  })
  const featureCount = features.length
  return {
    featureCount,
    vectorize(values, out, offset) {
      out.fill(0, offset, offset + featureCount)
      for (const { fieldIndex, step } of steps) step(values[fieldIndex] ?? null, out, offset)
    },
  }
}
