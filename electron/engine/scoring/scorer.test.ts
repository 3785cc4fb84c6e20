import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FieldValue } from '../../../model/bundle/field.ts'
import { evaluateProbability } from '../../../model/trees/evaluate-ensemble.ts'
import { readOnnx } from '../../../model/trees/read-onnx.ts'
import { systemFiles } from '../platform/files.ts'
import { bundledModelFolder, readBundle } from '../registry/read-bundle.ts'
import { readInventedLeads, resourcesDir } from './fixtures/invented-leads.ts'
import { type OpenModel, openModel } from './open-model.ts'
import { createScorer, SLICE_ROWS } from './scorer.ts'

const LEADS = 10_000
let model: OpenModel
let leads: FieldValue[][]
let matrix: Float32Array
let scores: Float32Array

function vectorize(rows: readonly (readonly FieldValue[])[]): Float32Array {
  const { featureCount } = model.vectorizer
  const out = new Float32Array(rows.length * featureCount)
  rows.forEach((row, index) => {
    model.vectorizer.vectorize(row, out, index * featureCount)
  })
  return out
}

beforeAll(async () => {
  model = await openModel(readBundle(bundledModelFolder(resourcesDir), systemFiles))
  const files = ['samples/leads-5000.csv', 'samples/leads-5000-shifted.csv']
  leads = readInventedLeads(model.manifest.fields, ...files)
  expect(leads).toHaveLength(LEADS)
  matrix = vectorize(leads)
  scores = await model.scorer.score(matrix, LEADS)
})
afterAll(() => model.release())

describe('a score', () => {
  test('is bit-identical for a lead alone and inside a batch of 10,000', async () => {
    const lead = fc.integer({ min: 0, max: LEADS - 1 })
    await fc.assert(
      fc.asyncProperty(lead, async (index) => {
        const [alone] = await model.scorer.score(vectorize([leads[index] ?? []]), 1)
        expect(alone).toBe(scores[index])
      }),
      { numRuns: 1000 },
    )
  })

  test('does not depend on which leads stand beside it, nor on how many', async () => {
    const some = fc.array(fc.integer({ min: 0, max: LEADS - 1 }), { minLength: 1, maxLength: 3 * SLICE_ROWS })
    await fc.assert(
      fc.asyncProperty(some, async (picked) => {
        const rows = picked.map((index) => leads[index] ?? [])
        expect(Array.from(await model.scorer.score(vectorize(rows), rows.length))).toEqual(
          picked.map((index) => scores[index]),
        )
      }),
    )
  })

  test('is what the plain evaluator says, for 10,000 leads, to 1e-6', () => {
    const reading = readOnnx(model.network)
    if (!reading.ok) throw new Error(reading.message)
    const columns = model.vectorizer.featureCount
    const plain = evaluateProbability(reading.ensemble, { rows: LEADS, columns, data: matrix })
    const largest = plain.reduce(
      (worst, score, index) => Math.max(worst, Math.abs(score - (scores[index] ?? 0))),
      0,
    )
    expect(largest).toBeLessThan(1e-6)
  })
})

describe('scoring', () => {
  const sessionGiving = (value: number) => ({
    run: async (_: Float32Array, rows: number) => new Float32Array(rows).fill(value),
    release: async () => {},
  })

  test.each([Number.NaN, -0.1, 1.1, Number.POSITIVE_INFINITY])(
    'refuses a model that gives %d',
    async (value) => {
      await expect(createScorer(sessionGiving(value), 1).score(Float32Array.of(1), 1)).rejects.toMatchObject({
        error: { code: 'model_output' },
      })
    },
  )

  test('stops between slices when it is cancelled', async () => {
    let slices = 0
    const scorer = createScorer(sessionGiving(0.5), 1)
    const cancelled = () => {
      slices += 1
      return slices > 2
    }
    await expect(
      scorer.score(new Float32Array(3 * SLICE_ROWS), 3 * SLICE_ROWS, cancelled),
    ).rejects.toMatchObject({
      error: { code: 'cancelled' },
    })
    expect(slices).toBe(3)
  })

  test('of no leads gives no scores', async () => {
    expect(await model.scorer.score(new Float32Array(0), 0)).toHaveLength(0)
  })
})
