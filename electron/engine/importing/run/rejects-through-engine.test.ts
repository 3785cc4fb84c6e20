import { linkSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../contract/importing.ts'
import type { Engine } from '../../engine.ts'
import { openTestEngine, quietly } from '../fixtures/open-test-engine.ts'

const folder = mkdtempSync(join(tmpdir(), 'leadlight-rejects-'))
const file = join(folder, 'leads.csv')
const TEXT = 'name,jobtitle\nA,CEO\nB,CEO,one too many\n'
let engine: Engine
beforeAll(async () => {
  writeFileSync(file, TEXT)
  engine = await openTestEngine(join(folder, 'data'))
  await engine.importFile(file, DEFAULT_SETTINGS, quietly())
})
afterAll(async () => {
  await engine.close()
  rmSync(folder, { recursive: true })
})

test.each([
  ['its own name', () => file],
  [
    'a link to it',
    () => {
      symlinkSync(file, join(folder, 'link.csv'))
      return join(folder, 'link.csv')
    },
  ],
  ['a way around', () => join(folder, 'data', '..', 'leads.csv')],
])('rejected rows never replace the file they come from: %s', async (_, path) => {
  await expect(engine.exportRejects(1, path())).rejects.toMatchObject({
    error: {
      code: 'file_not_writable',
      message: expect.stringContaining('cannot replace the one it is made from'),
    },
  })
  expect(readFileSync(file, 'utf8')).toBe(TEXT)
})

test('rejected rows never replace the file that an import went on from, wherever it is by then', async () => {
  const began = join(folder, 'began.csv')
  const moved = join(folder, 'moved.csv')
  writeFileSync(began, `name,llm_quality\nA,70,too many\n${'A,70\n'.repeat(100_000)}`)
  const stop = new AbortController()
  const { batch } = await engine.importFile(began, DEFAULT_SETTINGS, {
    job: crypto.randomUUID(),
    signal: stop.signal,
    onProgress: () => stop.abort(),
  })
  renameSync(began, moved)
  const { cancelled } = await engine.resumeImport(batch, moved, quietly())
  expect(cancelled).toBe(false)
  await expect(engine.exportRejects(batch, moved)).rejects.toMatchObject({
    error: { code: 'file_not_writable' },
  })
})

test('rejected rows go beside it, and a second name of the file keeps its bytes', async () => {
  expect(await engine.exportRejects(1, join(folder, 'rejects.csv'))).toEqual({
    fileName: 'rejects.csv',
    rows: 1,
  })
  linkSync(file, join(folder, 'second.csv'))
  await engine.exportRejects(1, join(folder, 'second.csv'))
  expect(readFileSync(file, 'utf8')).toBe(TEXT)
})
