import { z } from 'zod'

/** What the trainer can be told. Names and meanings follow XGBoost, so that its literature applies. */
export const trainingParametersSchema = z.strictObject({
  treeCount: z.int().min(1).max(5000),
  /** Deepest path in splits. */
  maxDepth: z.int().min(1).max(16),
  /** Share of each tree's leaf values that is kept (eta). */
  learningRate: z.number().positive().max(1),
  /** Least hessian sum in a child; with logistic loss a row weighs p(1 - p). */
  minChildWeight: z.number().min(0),
  /** Least loss reduction of a split. Checked when splitting: a weak split hides the better ones below it. */
  gamma: z.number().min(0),
  /** L2 penalty on leaf values. */
  lambda: z.number().min(0),
  /** L1 penalty on leaf values. */
  alpha: z.number().min(0),
  /** Share of rows each tree sees, drawn without replacement. */
  subsample: z.number().positive().max(1),
  /** Share of columns each tree sees. */
  columnSample: z.number().positive().max(1),
  /** Weight of a positive row; a negative row weighs 1 (scale_pos_weight). */
  positiveWeight: z.number().positive(),
  /** Probability before any tree; the weighted share of positives when absent. */
  baseScore: z.number().gt(0).lt(1).optional(),
  /** Most bins a column is cut into. Columns with fewer distinct values are cut exactly. */
  maxBins: z.int().min(2).max(255),
})

export type TrainingParameters = z.infer<typeof trainingParametersSchema>

/** A careful start for a few thousand leads. */
export const defaultTrainingParameters: TrainingParameters = {
  treeCount: 300,
  maxDepth: 4,
  learningRate: 0.05,
  minChildWeight: 5,
  gamma: 0,
  lambda: 1,
  alpha: 0,
  subsample: 0.8,
  columnSample: 0.8,
  positiveWeight: 1,
  maxBins: 255,
}
