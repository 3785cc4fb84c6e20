import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { readField } from '../bundle/read-field.ts'
import { encodeRows } from '../features/encode-rows.ts'
import { evaluateProbability } from '../trees/evaluate-ensemble.ts'
import { readOnnx } from '../trees/read-onnx.ts'
import { buildResources } from './build-resources.ts'

const committed = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url))

/** The trees as they stand in the committed network file. */
function committedEnsemble() {
  const reading = readOnnx(committed('resources/model/model.onnx'))
  if (!reading.ok) throw new Error(reading.message)
  return reading.ensemble
}

// One build serves all tests here; it takes a few seconds, and it is what `npm run model` does.
const built = buildResources()
const { manifest } = built
const table = (path: string): Record<string, string>[] =>
  parse(built.files.get(path) ?? '', { columns: true })

test.each([...built.files.keys()])('%s is, byte for byte, what npm run model makes', (path) => {
  expect(committed(path).equals(built.files.get(path) ?? new Uint8Array())).toBe(true)
})

describe('the model', () => {
  test('is at least 200 trees over all 19 fields', () => {
    expect(manifest.network.trees).toBeGreaterThanOrEqual(200)
    expect(manifest.fields).toHaveLength(19)
    for (const { name, importance } of manifest.fields) expect(importance, name).toBeGreaterThan(0)
  })

  test('ranks leads it has not seen, well below what a perfect model could', () => {
    const auc = manifest.metrics.find(({ name }) => name === 'auc')
    expect(auc?.value).toBeGreaterThanOrEqual(0.72)
    expect(auc?.interval[0]).toBeGreaterThanOrEqual(0.72)
    expect(built.perfectAuc).toBeCloseTo(0.8, 1)
    expect(auc?.value).toBeLessThan(built.perfectAuc)
  })

  test('is in the network file: read back, it gives the golden scores', () => {
    const matrix = encodeRows(
      manifest.fields,
      manifest.features,
      manifest.golden.map(({ values }) => values),
    )
    const scores = evaluateProbability(committedEnsemble(), matrix)
    expect([...scores].map(Math.fround)).toEqual(manifest.golden.map(({ score }) => Math.fround(score)))
  })
})

test('the model card tells the numbers that were measured', () => {
  const card = committed('model/README.md').toString()
  for (const { name, k, value, interval } of manifest.metrics) {
    expect(card, `${name} ${k ?? ''}`).toContain(`| ${value} | ${interval.join(' to ')} (`)
  }
  expect(card).toContain(`an AUC of ${built.perfectAuc.toFixed(4)} on the same leads`)
  expect(card).toContain(`${manifest.network.trees} of depth ${manifest.training.parameters.maxDepth}`)
  expect(card).toContain(`over ${manifest.features.length} features`)
})

describe('the files', () => {
  test('reference: 2,000 leads with score and outcome, each field readable, scores as the model gives them', () => {
    const rows = table('resources/model/reference.csv')
    expect(rows).toHaveLength(2000)
    const values = rows.map((row) =>
      manifest.fields.map((field) => {
        const reading = readField(field, row[field.name] ?? '')
        expect(reading).toMatchObject({ ok: true })
        expect(reading).not.toHaveProperty('repaired')
        return reading.ok ? reading.value : null
      }),
    )
    const scores = evaluateProbability(
      committedEnsemble(),
      encodeRows(manifest.fields, manifest.features, values),
    )
    expect(rows.map(({ score }) => Math.fround(Number(score)))).toEqual([...scores].map(Math.fround))
    expect(new Set(rows.map(({ outcome }) => outcome))).toEqual(new Set(['0', '1']))
  })

  test.each([
    ['resources/samples/leads-50.csv', 50],
    ['resources/samples/leads-5000.csv', 5000],
    ['resources/samples/leads-5000-shifted.csv', 5000],
  ])('%s: well-formed, invented, without an outcome', (path, count) => {
    const rows = table(path)
    expect(rows).toHaveLength(count)
    expect(Object.keys(rows[0] ?? {})).toEqual([
      'name',
      'company',
      'email',
      'linkedinurl',
      ...manifest.fields.map(({ name }) => name),
    ])
    expect(rows.every(({ email }) => email?.endsWith('@example.com'))).toBe(true)
    expect(rows.every(({ linkedinurl }) => linkedinurl?.includes('invented'))).toBe(true)
    expect(new Set(rows.map(({ email }) => email)).size).toBe(count)
    for (const field of manifest.fields) {
      expect(rows.filter((row) => !readField(field, row[field.name] ?? '').ok)).toEqual([])
    }
  })
})
