import type { Ensemble, Tree } from './ensemble.ts'
import { foldSingleLeaves } from './fold-single-leaves.ts'
import {
  DIMENSION,
  FLOAT_TENSOR,
  GRAPH,
  ML_DOMAIN,
  MODEL,
  NODE,
  OPSET,
  SHAPE,
  TENSOR,
  TYPE,
  VALUE_INFO,
} from './onnx-fields.ts'
import { ProtobufWriter } from './protobuf-writer.ts'
import { type OnnxAttribute, writeOnnxAttribute } from './write-onnx-attribute.ts'

export interface OnnxNames {
  /** The network's input: float32 `[N, features]`. */
  readonly inputName: string
  /** The network's output: float32 `[N, 1]`, probabilities. */
  readonly outputName: string
}

export interface OnnxOptions extends OnnxNames {
  /** Whether covers go along (`nodes_hitrates`, which ONNX Runtime ignores), for exact TreeSHAP. Default true. */
  readonly nodeCovers?: boolean
}

const IR_VERSION = 8
const OPSET_VERSION = 15
const ML_OPSET_VERSION = 3
/** Name of the value between the two operators; made from both others so that it can be neither. */
const logOddsName = ({ inputName, outputName }: OnnxNames) => `${inputName}_${outputName}_log_odds`

/**
 * An ensemble as an ONNX network: `TreeEnsembleRegressor`, then `Sigmoid`. The same ensemble gives the same bytes.
 * The sigmoid is an operator of its own because ONNX Runtime ignores the regressor's LOGISTIC for one target
 * (its issue 26596), and its classifier skips the sigmoid when all trees are leaves (27533).
 * Gains are not written: the standard has no place for them. The base is rounded to float32.
 * A model of leaves only becomes an ensemble without trees, which ONNX Runtime runs: every row gets the base.
 */
export function writeOnnx(ensemble: Ensemble, options: OnnxOptions): Uint8Array<ArrayBuffer> {
  const { inputName, outputName } = options
  const folded = foldSingleLeaves(ensemble)
  const model = new ProtobufWriter()
  model.int(MODEL.irVersion, IR_VERSION)
  model.string(MODEL.producerName, 'leadlight')
  model.message(MODEL.graph, (graph) => {
    graph.message(GRAPH.node, (node) => writeTreesNode(node, folded, options))
    graph.message(GRAPH.node, (node) => writeSigmoidNode(node, options))
    graph.string(GRAPH.name, 'leadlight')
    graph.message(GRAPH.input, (info) => writeTensorInfo(info, inputName, ensemble.featureCount))
    graph.message(GRAPH.output, (info) => writeTensorInfo(info, outputName, 1))
  })
  model.message(MODEL.opsetImport, (opset) => opset.int(OPSET.version, OPSET_VERSION))
  model.message(MODEL.opsetImport, (opset) => {
    opset.string(OPSET.domain, ML_DOMAIN)
    opset.int(OPSET.version, ML_OPSET_VERSION)
  })
  return model.finish()
}

function writeTreesNode(node: ProtobufWriter, ensemble: Ensemble, options: OnnxOptions): void {
  const { nodes_hitrates, ...nodes } = nodeAttributes(ensemble.trees)
  node.string(NODE.input, options.inputName)
  node.string(NODE.output, logOddsName(options))
  node.string(NODE.name, 'trees')
  node.string(NODE.opType, 'TreeEnsembleRegressor')
  const attributes: Record<string, OnnxAttribute> = {
    aggregate_function: { string: 'SUM' },
    base_values: { floats: [ensemble.base] },
    n_targets: { int: 1 },
    ...nodes,
    ...(options.nodeCovers === false ? {} : { nodes_hitrates }),
    post_transform: { string: 'NONE' },
  }
  for (const [name, value] of Object.entries(attributes)) writeOnnxAttribute(node, name, value)
  node.string(NODE.domain, ML_DOMAIN)
}

/** The operator wants all trees' nodes as parallel lists, and the leaves' values in lists of their own. */
function nodeAttributes(trees: readonly Tree[]) {
  const at = trees.flatMap((tree, treeId) =>
    Array.from(tree.feature, (feature, id) => ({ tree, treeId, feature, id })),
  )
  const leaves = at.filter(({ feature }) => feature === -1)
  return {
    nodes_featureids: { ints: at.map(({ feature }) => Math.max(0, feature)) },
    nodes_hitrates: { floats: at.map(({ tree, id }) => tree.cover[id] ?? 0) },
    nodes_falsenodeids: { ints: at.map(({ tree, id }) => tree.right[id] ?? 0) },
    nodes_missing_value_tracks_true: { ints: at.map(({ tree, id }) => tree.missingLeft[id] ?? 0) },
    nodes_modes: { strings: at.map(({ feature }) => (feature === -1 ? 'LEAF' : 'BRANCH_LT')) },
    nodes_nodeids: { ints: at.map(({ id }) => id) },
    nodes_treeids: { ints: at.map(({ treeId }) => treeId) },
    nodes_truenodeids: { ints: at.map(({ tree, id }) => tree.left[id] ?? 0) },
    nodes_values: { floats: at.map(({ tree, id }) => tree.threshold[id] ?? 0) },
    target_ids: { ints: leaves.map(() => 0) },
    target_nodeids: { ints: leaves.map(({ id }) => id) },
    target_treeids: { ints: leaves.map(({ treeId }) => treeId) },
    target_weights: { floats: leaves.map(({ tree, id }) => tree.value[id] ?? 0) },
  }
}

function writeSigmoidNode(node: ProtobufWriter, options: OnnxOptions): void {
  node.string(NODE.input, logOddsName(options))
  node.string(NODE.output, options.outputName)
  node.string(NODE.name, 'probability')
  node.string(NODE.opType, 'Sigmoid')
}

function writeTensorInfo(info: ProtobufWriter, name: string, columns: number): void {
  info.string(VALUE_INFO.name, name)
  info.message(VALUE_INFO.type, (type) =>
    type.message(TYPE.tensor, (tensor) => {
      tensor.int(TENSOR.elementType, FLOAT_TENSOR)
      tensor.message(TENSOR.shape, (shape) => {
        shape.message(SHAPE.dimension, (dimension) => dimension.string(DIMENSION.parameter, 'N'))
        shape.message(SHAPE.dimension, (dimension) => dimension.int(DIMENSION.value, columns))
      })
    }),
  )
}
