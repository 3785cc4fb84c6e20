import { ATTRIBUTE, ATTRIBUTE_TYPE, NODE } from './onnx-fields.ts'
import type { ProtobufWriter } from './protobuf-writer.ts'

/** A value an ONNX node attribute can have here; the name says which of the standard's types it is. */
export type OnnxAttribute =
  | { readonly int: number }
  | { readonly string: string }
  | { readonly ints: readonly number[] }
  | { readonly floats: readonly number[] }
  | { readonly strings: readonly string[] }

/** Writes one named attribute of an ONNX node. */
export function writeOnnxAttribute(node: ProtobufWriter, name: string, value: OnnxAttribute): void {
  node.message(NODE.attribute, (attribute) => {
    attribute.string(ATTRIBUTE.name, name)
    if ('int' in value) attribute.int(ATTRIBUTE.int, value.int)
    else if ('string' in value) attribute.string(ATTRIBUTE.string, value.string)
    else if ('ints' in value) attribute.packedInts(ATTRIBUTE.ints, value.ints)
    else if ('floats' in value) attribute.packedFloats(ATTRIBUTE.floats, value.floats)
    else for (const text of value.strings) attribute.string(ATTRIBUTE.strings, text)
    attribute.int(ATTRIBUTE.type, attributeType(value))
  })
}

function attributeType(value: OnnxAttribute): number {
  if ('int' in value) return ATTRIBUTE_TYPE.int
  if ('string' in value) return ATTRIBUTE_TYPE.string
  if ('ints' in value) return ATTRIBUTE_TYPE.ints
  return 'floats' in value ? ATTRIBUTE_TYPE.floats : ATTRIBUTE_TYPE.strings
}
