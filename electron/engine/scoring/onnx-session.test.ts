import { afterEach, describe, expect, test, vi } from 'vitest'
import { writeOnnx } from '../../../model/trees/write-onnx.ts'
import { openOnnxSession } from './onnx-session.ts'

/** One tree: 0.5 on the right of feature 0 at 1, else the base alone. */
const network = writeOnnx(
  {
    featureCount: 2,
    base: 0,
    trees: [
      {
        feature: Int32Array.of(0, -1, -1),
        threshold: Float32Array.of(1, 0, 0),
        left: Int32Array.of(1, 0, 0),
        right: Int32Array.of(2, 0, 0),
        missingLeft: Uint8Array.of(1, 0, 0),
        value: Float32Array.of(0, 0, 0.5),
        cover: Float32Array.of(2, 1, 1),
        gain: Float32Array.of(1, 0, 0),
      },
    ],
  },
  { inputName: 'features', outputName: 'score' },
)
const shape = { input: 'features', output: 'score', featureCount: 2 }
afterEach(() => vi.unstubAllEnvs())

test('a network gives one score per row', async () => {
  const session = await openOnnxSession(network, shape)
  const scores = await session.run(Float32Array.of(0, 0, 2, 0), 2)
  expect(scores[0]).toBe(0.5)
  expect(scores[1]).toBeCloseTo(1 / (1 + Math.exp(-0.5)), 6)
  await session.release()
})

describe('refused is', () => {
  test.each([
    ['another number of features', { ...shape, featureCount: 3 }],
    ['another input', { ...shape, input: 'x' }],
    ['another output', { ...shape, output: 'y' }],
  ])('%s than the manifest says', async (_, wrong) => {
    await expect(openOnnxSession(network, wrong)).rejects.toMatchObject({ error: { code: 'model_shape' } })
  })

  test('what is no network', async () => {
    await expect(openOnnxSession(Buffer.from('no network'), shape)).rejects.toMatchObject({
      error: { code: 'model_unreadable' },
    })
  })
})

test('ONNX Runtime is not even loaded in a process that has not switched its telemetry off', async () => {
  vi.stubEnv('ORT_DISABLE_TELEMETRY', undefined)
  await expect(openOnnxSession(network, shape)).rejects.toThrow('ORT_DISABLE_TELEMETRY')
})
