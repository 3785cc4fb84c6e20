import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openOutFile } from '../../importing/files/open-out-file.ts'
import { systemFiles } from '../../platform/files.ts'
import { writePicture } from './write-picture.ts'

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'leadlight-picture-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function save(png: Uint8Array, path: string) {
  const dataDir = join(folder, 'data')
  mkdirSync(dataDir, { recursive: true })
  return writePicture(png, path, openOutFile({ path, dataDir, input: null }, systemFiles))
}

test('the bytes of the picture are in the file', () => {
  const path = join(folder, 'chart.png')
  expect(save(PNG, path)).toEqual({ fileName: 'chart.png' })
  expect(new Uint8Array(readFileSync(path))).toEqual(PNG)
})

test('what is no picture is refused, and the file that was there stays as it was', () => {
  const path = join(folder, 'chart.png')
  writeFileSync(path, 'before')
  expect(() => save(new TextEncoder().encode('<script>'), path)).toThrow(
    expect.objectContaining({ error: expect.objectContaining({ code: 'not_a_picture' }) }),
  )
  expect(readFileSync(path, 'utf8')).toBe('before')
  expect(readdirSync(folder).sort()).toEqual(['chart.png', 'data'])
})

test('nothing is written among the data', () => {
  expect(() => save(PNG, join(folder, 'data', 'chart.png'))).toThrow(/keeps its history/)
})
