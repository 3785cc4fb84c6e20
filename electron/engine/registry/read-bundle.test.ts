import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { systemFiles } from '../platform/files.ts'
import { openModel } from '../scoring/open-model.ts'
import { listModels } from './list-models.ts'
import { bundledModelFolder, checkReference, readBundle, readManifest } from './read-bundle.ts'

const bundled = bundledModelFolder(join(import.meta.dirname, '../../../resources'))
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'leadlight-bundle-'))
  cpSync(bundled, folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const path = (name: string) => join(folder, name)
function flipBit(name: string) {
  const bytes = readFileSync(path(name))
  const at = bytes.length >> 1
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(path(name), bytes)
}
function changeManifest(change: (manifest: Record<string, unknown>) => void) {
  const manifest = JSON.parse(readFileSync(path('manifest.json'), 'utf8'))
  change(manifest)
  writeFileSync(path('manifest.json'), JSON.stringify(manifest))
}
const read = () => readBundle(folder, systemFiles)

test('the bundled model is whole and gives its golden scores', async () => {
  const bundle = read()
  checkReference(folder, bundle.manifest, systemFiles)
  expect(bundle.manifest.golden.length).toBeGreaterThan(0)
  await (await openModel(bundle)).release()
})

test('it is listed as active, with its metrics', () => {
  const { manifest } = readManifest(folder, systemFiles)
  expect(listModels(manifest)).toMatchObject([
    { id: `${manifest.name}-${manifest.version}`, active: true, demo: true, metrics: manifest.metrics },
  ])
})

describe('a bundle is refused with a sentence', () => {
  const refused = (code: string) =>
    expect(read).toThrowError(expect.objectContaining({ error: expect.objectContaining({ code }) }))

  test('when one bit of the network is flipped', () => {
    flipBit('model.onnx')
    refused('model_damaged')
  })

  test('when one bit of the reference is flipped', () => {
    flipBit('reference.csv')
    const { manifest } = read()
    expect(() => checkReference(folder, manifest, systemFiles)).toThrow('reference.csv')
  })

  test('when a file is missing, or a link', () => {
    renameSync(path('model.onnx'), path('elsewhere'))
    refused('model_incomplete')
    symlinkSync(path('elsewhere'), path('model.onnx'))
    refused('model_incomplete')
  })

  test('when the manifest is no JSON, no manifest, or too large', () => {
    writeFileSync(path('manifest.json'), '{')
    refused('model_manifest')
    writeFileSync(path('manifest.json'), '{"name": "x"}')
    refused('model_manifest')
    writeFileSync(path('manifest.json'), ' '.repeat(300_000))
    refused('model_too_large')
  })

  test('when the network does not give the scores the manifest promises', async () => {
    changeManifest((manifest) => {
      const [first] = manifest.golden as { score: number }[]
      if (first) first.score = first.score > 0.5 ? first.score - 0.001 : first.score + 0.001
    })
    await expect(openModel(read())).rejects.toMatchObject({
      error: { code: 'model_scores', details: { row: 0 } },
    })
  })
})
