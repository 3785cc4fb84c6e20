import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Ensemble, Tree } from './ensemble.ts'
import { evaluateEnsemble } from './evaluate-ensemble.ts'
import { foldSingleLeaves } from './fold-single-leaves.ts'
import { ProtobufWriter } from './protobuf-writer.ts'
import { readOnnx } from './read-onnx.ts'
import { TreeBuilder } from './tree-builder.ts'
import { writeOnnx } from './write-onnx.ts'

const names = { inputName: 'features', outputName: 'score' }
const FEATURES = 4

type Shape =
  | { value: number }
  | { feature: number; threshold: number; missingLeft: boolean; children: [Shape, Shape] }

const float = fc.float({ min: -100, max: 100, noNaN: true })
const { shape } = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.oneof(
    { maxDepth: 4 },
    fc.record({ value: float }),
    fc.record({
      feature: fc.integer({ min: 0, max: FEATURES - 1 }),
      threshold: float,
      missingLeft: fc.boolean(),
      children: fc.tuple(tie('shape'), tie('shape')),
    }),
  ),
}))

function buildTree(shape: Shape): Tree {
  const builder = new TreeBuilder()
  const add = (at: Shape): number => {
    const index = builder.addLeaf('value' in at ? at.value : 0, 10)
    if ('value' in at) return index
    builder.split(index, {
      feature: at.feature,
      threshold: at.threshold,
      missingLeft: at.missingLeft,
      gain: 0,
    })
    builder.connect(index, add(at.children[0]), add(at.children[1]))
    return index
  }
  add(shape)
  return builder.finish()
}

const ensembles = fc.record({
  featureCount: fc.constant(FEATURES),
  base: float,
  trees: fc.array(shape.map(buildTree), { maxLength: 6 }),
})

function asWritten(ensemble: Ensemble): Ensemble {
  const folded = foldSingleLeaves(ensemble)
  return { ...folded, base: Math.fround(folded.base) }
}

describe('writeOnnx and readOnnx', () => {
  it('give back every ensemble, with its single leaves folded into the base', () => {
    fc.assert(
      fc.property(ensembles, (ensemble) => {
        const reading = readOnnx(writeOnnx(ensemble, names))
        const nodeCovers = asWritten(ensemble).trees.length > 0
        expect(reading).toEqual({ ok: true, ensemble: asWritten(ensemble), nodeCovers, ...names })
      }),
    )
  })

  it('give the same bytes each time', () => {
    fc.assert(
      fc.property(ensembles, (ensemble) => {
        expect(writeOnnx(ensemble, names)).toEqual(writeOnnx(structuredClone(ensemble), names))
      }),
      { numRuns: 20 },
    )
  })

  it('leave covers out when told to', () => {
    const tree = buildTree({
      feature: 1,
      threshold: 0.5,
      missingLeft: true,
      children: [{ value: 1 }, { value: -1 }],
    })
    const reading = readOnnx(
      writeOnnx({ featureCount: 2, base: 0, trees: [tree] }, { ...names, nodeCovers: false }),
    )
    expect(reading).toMatchObject({
      ok: true,
      nodeCovers: false,
      ensemble: { trees: [{ cover: new Float32Array(3) }] },
    })
  })
})

describe('foldSingleLeaves', () => {
  it('keeps the log-odds of every row', () => {
    const rows = fc.array(fc.option(float, { nil: Number.NaN }), { minLength: FEATURES, maxLength: FEATURES })
    fc.assert(
      fc.property(ensembles, rows, (ensemble, row) => {
        const matrix = { rows: 1, columns: FEATURES, data: Float32Array.from(row) }
        const folded = foldSingleLeaves(ensemble)
        expect(folded.trees.every((tree) => tree.feature.length > 1)).toBe(true)
        expect(evaluateEnsemble(folded, matrix)[0]).toBeCloseTo(
          evaluateEnsemble(ensemble, matrix)[0] ?? Number.NaN,
          3,
        )
      }),
    )
  })
})

describe('readOnnx', () => {
  const stump = buildTree({
    feature: 0,
    threshold: 1,
    missingLeft: false,
    children: [{ value: 1 }, { value: 2 }],
  })
  const write = (tree: Partial<Tree>, featureCount = 1) =>
    writeOnnx({ featureCount, base: 0, trees: [{ ...stump, ...tree }] }, names)
  const message = (bytes: Uint8Array) => {
    const reading = readOnnx(bytes)
    return reading.ok ? 'read' : reading.message
  }

  it('refuses a tree that loops', () => {
    expect(message(write({ left: Int32Array.of(0, 0, 0) }))).toMatch(/used twice/)
  })

  it('refuses a tree that points nowhere', () => {
    expect(message(write({ left: Int32Array.of(7, 0, 0) }))).toMatch(/missing/)
  })

  it('refuses a feature that the input does not have', () => {
    expect(message(write({ feature: Int32Array.of(3, -1, -1) }))).toMatch(/does not have/)
  })

  it('answers any cut or garbled file with a sentence, never with an exception', () => {
    const bytes = write({})
    const cut = fc.integer({ min: 0, max: bytes.length - 1 }).map((length) => bytes.subarray(0, length))
    const position = fc.integer({ min: 0, max: bytes.length - 1 })
    const garbled = fc.tuple(position, fc.nat(255)).map(([at, byte]) => bytes.with(at, byte))
    fc.assert(
      fc.property(fc.oneof(cut, garbled, fc.uint8Array({ maxLength: 200 })), (file) => {
        expect(message(file)).toMatch(/^(read|This .*\.)$/s)
      }),
      { numRuns: 500 },
    )
  })

  it('refuses another network by naming what it found', () => {
    const model = new ProtobufWriter()
    model.message(7, (graph) => {
      for (const operator of ['Loop', 'Sigmoid']) graph.message(1, (node) => node.string(4, operator))
      graph.message(11, (info) => info.string(1, 'features'))
      graph.message(12, (info) => info.string(1, 'score'))
    })
    expect(message(model.finish())).toMatch(/TreeEnsembleRegressor was expected instead of Loop/)
  })
})
