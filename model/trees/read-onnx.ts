import type { Ensemble, Tree } from './ensemble.ts'
import { ML_DOMAIN } from './onnx-fields.ts'
import { ProtobufError } from './protobuf-reader.ts'
import { type OnnxAttributeValue, type OnnxGraph, type OnnxNode, readOnnxGraph } from './read-onnx-graph.ts'
import type { OnnxNames } from './write-onnx.ts'

export type OnnxReading =
  | ({ readonly ok: true; readonly ensemble: Ensemble; readonly nodeCovers: boolean } & OnnxNames)
  | { readonly ok: false; readonly message: string }

/** A network that is sound ONNX perhaps, but not the form `writeOnnx` gives. */
class OtherFormError extends Error {
  override readonly name = 'OtherFormError'
}

/**
 * The ensemble in a network of the form `writeOnnx` gives: one regressor with `BRANCH_LT` splits, then a sigmoid.
 * The bytes need not be trusted: trees that loop, share nodes or point nowhere are refused. Gains are not in the file and
 * come back as 0, as covers do when the file has none.
 */
export function readOnnx(bytes: Uint8Array): OnnxReading {
  try {
    return readGraph(readOnnxGraph(bytes))
  } catch (error) {
    if (error instanceof OtherFormError)
      return { ok: false, message: `This network is not of the form Leadlight reads: ${error.message}.` }
    if (error instanceof ProtobufError)
      return { ok: false, message: `This is not an ONNX file: ${error.message}.` }
    throw error
  }
}

function readGraph({ nodes, inputs, outputs }: OnnxGraph): OnnxReading {
  const [regressor, sigmoid] = nodes
  const [input] = inputs
  const [output] = outputs
  if (
    !regressor ||
    !sigmoid ||
    !input ||
    !output ||
    nodes.length > 2 ||
    inputs.length > 1 ||
    outputs.length > 1
  ) {
    throw new OtherFormError('it must have two operators, one input and one output')
  }
  requireOperator(regressor, 'TreeEnsembleRegressor', ML_DOMAIN, input.name)
  requireOperator(sigmoid, 'Sigmoid', '', regressor.outputs[0] ?? '')
  if (sigmoid.outputs[0] !== output.name) throw new OtherFormError('the output must be the sigmoid')
  const featureCount = input.dimensions[1]
  if (!featureCount || input.dimensions.length !== 2)
    throw new OtherFormError('the input must be rows by a number of features')
  const attributes = readTreeAttributes(regressor)
  return {
    ok: true,
    ensemble: { featureCount, base: attributes.base, trees: readTrees(attributes, featureCount) },
    nodeCovers: attributes.covers.length > 0,
    inputName: input.name,
    outputName: output.name,
  }
}

function requireOperator(node: OnnxNode, opType: string, domain: string, input: string): void {
  if (
    node.opType !== opType ||
    node.domain !== domain ||
    node.inputs.length !== 1 ||
    node.inputs[0] !== input
  ) {
    throw new OtherFormError(`${opType} was expected instead of ${node.opType}`)
  }
}

type TreeAttributes = ReturnType<typeof readTreeAttributes>

function readTreeAttributes({ attributes }: OnnxNode) {
  const none: OnnxAttributeValue = { int: 0, string: '', ints: [], floats: [], strings: [] }
  const get = (name: string) => attributes.get(name) ?? none
  const treeIds = get('nodes_treeids').ints
  const perNode = <T>(list: readonly T[], name: string, optional = false): readonly T[] => {
    if (list.length === treeIds.length || (optional && list.length === 0)) return list
    throw new OtherFormError(`${name} must have one entry per node`)
  }
  const requireWord = (name: string, word: string) => {
    const found = get(name).string
    if (found !== '' && found !== word) throw new OtherFormError(`${name} must be ${word} and is ${found}`)
  }
  requireWord('aggregate_function', 'SUM')
  requireWord('post_transform', 'NONE')
  if (get('target_ids').ints.some((target) => target !== 0))
    throw new OtherFormError('it must have one target')
  return {
    base: get('base_values').floats[0] ?? 0,
    treeIds,
    nodeIds: perNode(get('nodes_nodeids').ints, 'nodes_nodeids'),
    modes: perNode(get('nodes_modes').strings, 'nodes_modes'),
    features: perNode(get('nodes_featureids').ints, 'nodes_featureids'),
    thresholds: perNode(get('nodes_values').floats, 'nodes_values'),
    whenTrue: perNode(get('nodes_truenodeids').ints, 'nodes_truenodeids'),
    whenFalse: perNode(get('nodes_falsenodeids').ints, 'nodes_falsenodeids'),
    missingTrue: perNode(
      get('nodes_missing_value_tracks_true').ints,
      'nodes_missing_value_tracks_true',
      true,
    ),
    covers: perNode(get('nodes_hitrates').floats, 'nodes_hitrates', true),
    leafTreeIds: get('target_treeids').ints,
    leafNodeIds: get('target_nodeids').ints,
    leafValues: get('target_weights').floats,
  }
}

function readTrees(attributes: TreeAttributes, featureCount: number): Tree[] {
  const positions = Map.groupBy(attributes.treeIds.keys(), (position) => attributes.treeIds[position] ?? 0)
  const leaves = Map.groupBy(
    attributes.leafTreeIds.keys(),
    (position) => attributes.leafTreeIds[position] ?? 0,
  )
  return [...positions].map(([treeId, nodes]) => {
    const tree = readTree(attributes, nodes, leaves.get(treeId) ?? [])
    requireSoundTree(tree, featureCount)
    return tree
  })
}

function readTree(attributes: TreeAttributes, nodes: readonly number[], leaves: readonly number[]): Tree {
  const indexOf = new Map(nodes.map((position, index) => [attributes.nodeIds[position], index]))
  const pick = (list: readonly number[]) => nodes.map((position) => list[position] ?? 0)
  const isLeaf = nodes.map((position) => {
    const mode = attributes.modes[position] ?? ''
    if (mode !== 'LEAF' && mode !== 'BRANCH_LT')
      throw new OtherFormError(`splits must be BRANCH_LT, not ${mode}`)
    return mode === 'LEAF'
  })
  const children = (list: readonly number[]) =>
    pick(list).map((id, index) => (isLeaf[index] ? 0 : (indexOf.get(id) ?? -1)))
  const value = new Float32Array(nodes.length)
  for (const leaf of leaves)
    value[indexOf.get(attributes.leafNodeIds[leaf]) ?? -1] = attributes.leafValues[leaf] ?? 0
  return {
    feature: Int32Array.from(pick(attributes.features), (feature, index) => (isLeaf[index] ? -1 : feature)),
    threshold: Float32Array.from(pick(attributes.thresholds)),
    left: Int32Array.from(children(attributes.whenTrue)),
    right: Int32Array.from(children(attributes.whenFalse)),
    missingLeft: Uint8Array.from(pick(attributes.missingTrue)),
    value,
    cover: Float32Array.from(pick(attributes.covers)),
    gain: new Float32Array(nodes.length),
  }
}

/** Every node is reached exactly once from the first, so that no evaluation can loop, and reads a feature there is. */
function requireSoundTree(tree: Tree, featureCount: number): void {
  const reached = new Uint8Array(tree.feature.length)
  const pending = [0]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const feature = tree.feature[node]
    if (feature === undefined || reached[node])
      throw new OtherFormError('a tree has a node that is missing or used twice')
    reached[node] = 1
    if (feature >= featureCount)
      throw new OtherFormError('a tree reads a feature that the input does not have')
    if (feature >= 0) pending.push(tree.left[node] ?? -1, tree.right[node] ?? -1)
  }
  if (reached.includes(0)) throw new OtherFormError('a tree has nodes that nothing leads to')
}
