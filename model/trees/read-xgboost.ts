import { z } from 'zod'
import type { Ensemble, Tree } from './ensemble.ts'
import { TreeBuilder } from './tree-builder.ts'

export type XgboostReading =
  | { readonly ok: true; readonly ensemble: Ensemble; readonly featureNames: readonly string[] }
  | { readonly ok: false; readonly message: string }

const numbers = z.array(z.number())
const treeSchema = z.object({
  left_children: z.array(z.int()),
  right_children: z.array(z.int()),
  split_indices: z.array(z.int().min(0)),
  /** Thresholds; in a leaf, its value. */
  split_conditions: numbers,
  default_left: z.array(z.union([z.boolean(), z.number()])),
  sum_hessian: numbers,
  loss_changes: numbers,
  split_type: z.array(z.int()).optional(),
})

/** As much of XGBoost's model file as a binary classifier needs; versions add more, which is ignored. */
const modelSchema = z.object({
  learner: z.object({
    feature_names: z.array(z.string()).optional(),
    objective: z.object({ name: z.string() }),
    learner_model_param: z.object({
      base_score: z.string(),
      num_feature: z.string().regex(/^\d+$/),
      num_target: z.string().optional(),
    }),
    gradient_booster: z.object({
      name: z.string(),
      model: z.object({ trees: z.array(treeSchema) }).optional(),
    }),
  }),
})

type XgboostTree = z.infer<typeof treeSchema>

/** Deeper than any real tree; a chain of a million nodes would exhaust the stack. */
const MAX_DEPTH = 500

class UnreadableModelError extends Error {
  override readonly name = 'UnreadableModelError'
}

/**
 * The ensemble in an XGBoost model saved as JSON (`save_model('model.json')`), of versions 1 to 3: `binary:logistic` with
 * booster `gbtree`, numeric splits. All trees count, also those after `best_iteration`. Nodes that pruning has cut off are
 * left out. The text need not be trusted: trees that loop or point nowhere are refused.
 */
export function readXgboost(text: string): XgboostReading {
  try {
    return readModel(modelSchema.parse(JSON.parse(text)))
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) {
      return { ok: false, message: 'This is not an XGBoost model saved as JSON.' }
    }
    if (error instanceof UnreadableModelError) return { ok: false, message: error.message }
    throw error
  }
}

function readModel({ learner }: z.infer<typeof modelSchema>): XgboostReading {
  const { objective, gradient_booster: booster, learner_model_param: parameters } = learner
  if (objective.name !== 'binary:logistic') {
    throw new UnreadableModelError(
      `The model must be made with objective binary:logistic; it was made with ${objective.name}.`,
    )
  }
  if (booster.name !== 'gbtree' || !booster.model) {
    throw new UnreadableModelError(
      `The model must be made with booster gbtree; it was made with ${booster.name}.`,
    )
  }
  if (Number(parameters.num_target ?? 1) > 1)
    throw new UnreadableModelError('The model must have one target.')
  const featureCount = Number(parameters.num_feature)
  const trees = booster.model.trees.map((tree) => readTree(tree, featureCount))
  return {
    ok: true,
    ensemble: { featureCount, base: readBase(parameters.base_score), trees },
    featureNames: learner.feature_names ?? [],
  }
}

/** Log-odds of a base score, which version 1 writes as `5E-1` and version 3 as `[6.233051E-1]`. */
function readBase(text: string): number {
  const share = Number(text.replace(/^\[(.*)\]$/, '$1'))
  if (!(share > 0 && share < 1))
    throw new UnreadableModelError(`The model's base score must be a share; it is ${text}.`)
  return Math.fround(Math.log(share / (1 - share)))
}

function readTree(tree: XgboostTree, featureCount: number): Tree {
  if (tree.split_type?.some((type) => type !== 0)) {
    throw new UnreadableModelError(
      'The model splits on categories, which Leadlight does not read; encode them as numbers.',
    )
  }
  const builder = new TreeBuilder()
  const seen = new Set<number>()
  const add = (node: number, depth: number): number => {
    if (depth > MAX_DEPTH)
      throw new UnreadableModelError(`The model has a tree deeper than ${MAX_DEPTH} splits.`)
    const left = tree.left_children[node]
    const condition = tree.split_conditions[node]
    const feature = tree.split_indices[node] ?? featureCount
    if (left === undefined || condition === undefined || seen.has(node)) {
      throw new UnreadableModelError('The model is damaged: a tree has a node that is missing or used twice.')
    }
    seen.add(node)
    const cover = tree.sum_hessian[node] ?? 0
    if (left === -1) return builder.addLeaf(condition, cover)
    if (feature >= featureCount)
      throw new UnreadableModelError('The model is damaged: a tree reads a feature that there is not.')
    const index = builder.addLeaf(0, cover)
    const missingLeft = Boolean(tree.default_left[node])
    builder.split(index, { feature, threshold: condition, missingLeft, gain: tree.loss_changes[node] ?? 0 })
    builder.connect(index, add(left, depth + 1), add(tree.right_children[node] ?? -1, depth + 1))
    return index
  }
  add(0, 0)
  return builder.finish()
}
