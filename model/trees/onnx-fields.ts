/**
 * Field numbers of the ONNX messages we write and read.
 * Source: onnx/onnx-ml.proto of the ONNX project, IR version 8.
 */
export const MODEL = { irVersion: 1, producerName: 2, graph: 7, opsetImport: 8 } as const
export const OPSET = { domain: 1, version: 2 } as const
export const GRAPH = { node: 1, name: 2, initializer: 5, input: 11, output: 12 } as const
export const NODE = { input: 1, output: 2, name: 3, opType: 4, attribute: 5, domain: 7 } as const
export const ATTRIBUTE = { name: 1, int: 3, string: 4, floats: 7, ints: 8, strings: 9, type: 20 } as const
export const VALUE_INFO = { name: 1, type: 2 } as const
export const TYPE = { tensor: 1 } as const
export const TENSOR = { elementType: 1, shape: 2 } as const
export const SHAPE = { dimension: 1 } as const
export const DIMENSION = { value: 1, parameter: 2 } as const

/** AttributeProto.AttributeType */
export const ATTRIBUTE_TYPE = { int: 2, string: 3, floats: 6, ints: 7, strings: 8 } as const
/** TensorProto.DataType */
export const FLOAT_TENSOR = 1
/** Operator set that holds the tree ensembles. */
export const ML_DOMAIN = 'ai.onnx.ml'
