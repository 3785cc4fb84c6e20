import { ATTRIBUTE, DIMENSION, GRAPH, MODEL, NODE, SHAPE, TENSOR, TYPE, VALUE_INFO } from './onnx-fields.ts'
import { type ProtobufField, readFields, readFloats, readInts, readText } from './protobuf-reader.ts'

/** All that the reader of ensembles wants to know about one node of a network. */
export interface OnnxNode {
  readonly opType: string
  readonly domain: string
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  readonly attributes: ReadonlyMap<string, OnnxAttributeValue>
}

/** An attribute's value; the lists it is not are empty. */
export interface OnnxAttributeValue {
  readonly int: number
  readonly string: string
  readonly ints: readonly number[]
  readonly floats: readonly number[]
  readonly strings: readonly string[]
}

export interface OnnxTensorInfo {
  readonly name: string
  /** Null for a dimension without a number, such as N. */
  readonly dimensions: readonly (number | null)[]
}

export interface OnnxGraph {
  readonly nodes: readonly OnnxNode[]
  readonly inputs: readonly OnnxTensorInfo[]
  readonly outputs: readonly OnnxTensorInfo[]
}

/** The graph in the bytes of an ONNX file. Throws `ProtobufError` for bytes that are none. */
export function readOnnxGraph(bytes: Uint8Array): OnnxGraph {
  const graph = { nodes: [] as OnnxNode[], inputs: [] as OnnxTensorInfo[], outputs: [] as OnnxTensorInfo[] }
  for (const part of nested(bytes, MODEL.graph)) {
    for (const field of readFields(part)) {
      if (field.number === GRAPH.node) graph.nodes.push(readNode(field.bytes))
      else if (field.number === GRAPH.input) graph.inputs.push(readTensorInfo(field.bytes))
      else if (field.number === GRAPH.output) graph.outputs.push(readTensorInfo(field.bytes))
    }
  }
  return graph
}

function readNode(bytes: Uint8Array): OnnxNode {
  const fields = [...readFields(bytes)]
  const texts = (number: number) => fields.filter((field) => field.number === number).map(readText)
  const attributes = fields
    .filter((field) => field.number === NODE.attribute)
    .map((field) => readAttribute(field.bytes))
  return {
    opType: texts(NODE.opType).at(-1) ?? '',
    domain: texts(NODE.domain).at(-1) ?? '',
    inputs: texts(NODE.input),
    outputs: texts(NODE.output),
    attributes: new Map(attributes),
  }
}

function readAttribute(bytes: Uint8Array): [name: string, value: OnnxAttributeValue] {
  const fields = [...readFields(bytes)]
  const all = <T>(number: number, read: (field: ProtobufField) => Iterable<T>): T[] =>
    fields.filter((field) => field.number === number).flatMap((field) => [...read(field)])
  const texts = (number: number) => all(number, (field) => [readText(field)])
  const value = {
    int: all(ATTRIBUTE.int, readInts).at(-1) ?? 0,
    string: texts(ATTRIBUTE.string).at(-1) ?? '',
    ints: all(ATTRIBUTE.ints, readInts),
    floats: all(ATTRIBUTE.floats, readFloats),
    strings: texts(ATTRIBUTE.strings),
  }
  return [texts(ATTRIBUTE.name).at(-1) ?? '', value]
}

function readTensorInfo(bytes: Uint8Array): OnnxTensorInfo {
  const name = [...readFields(bytes)]
    .filter((field) => field.number === VALUE_INFO.name)
    .map(readText)
    .at(-1)
  const shapes = nested(bytes, VALUE_INFO.type)
    .flatMap((type) => nested(type, TYPE.tensor))
    .flatMap((tensor) => nested(tensor, TENSOR.shape))
  const dimensions = shapes
    .flatMap((shape) => nested(shape, SHAPE.dimension))
    .map((dimension) => {
      const value = [...readFields(dimension)].find((field) => field.number === DIMENSION.value)
      return value ? value.int : null
    })
  return { name: name ?? '', dimensions }
}

function nested(bytes: Uint8Array, number: number): Uint8Array[] {
  return [...readFields(bytes)].filter((field) => field.number === number).map((field) => field.bytes)
}
