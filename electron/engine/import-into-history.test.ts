import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { DEFAULT_SETTINGS, type ImportSummary } from '../contract/importing.ts'
import { Refusal, refuse } from '../contract/result.ts'
import type { Engine } from './engine.ts'
import { importIntoHistory } from './import-into-history.ts'
import { openTestEngine } from './importing/fixtures/open-test-engine.ts'
import type { HistoryOperations, ReceivedBatch } from './workers/history-operations.ts'
import type { ThreadClient } from './workers/thread-client.ts'

describe('a failed import among the operations', () => {
  const resources = join(import.meta.dirname, '../../resources')
  let folder: string
  let engine: Engine
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'leadlight-failing-'))
    cpSync(join(resources, 'model'), join(folder, 'resources', 'model'), { recursive: true })
    writeFileSync(join(folder, 'resources', 'model', 'model.onnx'), 'not a network')
    engine = await openTestEngine(join(folder, 'data'), { resourcesDir: join(folder, 'resources') })
  })
  afterAll(async () => {
    await engine.close()
    rmSync(folder, { recursive: true })
  })
  const importFile = (path: string) =>
    engine.importFile(path, DEFAULT_SETTINGS, {
      job: crypto.randomUUID(),
      signal: new AbortController().signal,
      onProgress: () => {},
    })
  const operations = async () => (await engine.healthReport()).operations

  test('a file that cannot be used is the user’s own matter, and no failed scoring', async () => {
    const made = (name: string, text: string) => {
      writeFileSync(join(folder, name), text)
      return join(folder, name)
    }
    mkdirSync(join(folder, 'a folder'))
    for (const path of [
      join(folder, 'nowhere.csv'),
      join(folder, 'a folder'),
      made('empty.csv', ''),
      made('header.csv', 'name,jobtitle\n'),
      made('picture.csv', '\x89PNG\r\n\x1a\n'),
      made('foreign.csv', 'shoe size\n42\n'),
    ]) {
      // The file is looked at first, so that the model is not even asked.
      await expect(importFile(path), path).rejects.toBeInstanceOf(Refusal)
    }
    expect(await operations()).toMatchObject({ total: 0, failed: 0 })
  })

  test('a model that cannot be opened is, with its code, and alerts know of it', async () => {
    const attempts = 3
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      await expect(importFile(join(resources, 'samples', 'leads-50.csv'))).rejects.toMatchObject({
        error: { code: 'model_damaged' },
      })
    }
    expect(await operations()).toMatchObject({
      total: attempts,
      failed: attempts,
      successRate: 0,
      errorsByCode: { model_damaged: attempts },
    })
    const { raised } = await engine.evaluateAlerts()
    expect(raised.map(({ kind }) => kind)).toEqual(['engine_down', 'errors'])
  })
})

describe('the history is told', () => {
  const failing = (error: unknown) => async (): Promise<ImportSummary> => {
    throw error
  }
  const history = (received: Partial<ReceivedBatch>, note: () => Promise<unknown> = async () => ({})) => {
    const call = vi.fn(async (operation: string) =>
      operation === 'receiveBatch' ? { batch: 4, accepted: 0, failureNoted: false, ...received } : note(),
    )
    return { call } as unknown as ThreadClient<HistoryOperations> & { call: typeof call }
  }
  const bug = new Error('broken')

  test('of a bug, with the batch it had begun', async () => {
    const client = history({})
    await expect(importIntoHistory(client, failing(bug))).rejects.toBe(bug)
    expect(client.call).toHaveBeenLastCalledWith('noteFailedImport', {
      batch: 4,
      error: expect.objectContaining({ code: 'unexpected' }),
    })
  })

  test('not a second time of what it has written down itself', async () => {
    const client = history({ failureNoted: true })
    await expect(importIntoHistory(client, failing(bug))).rejects.toBe(bug)
    expect(client.call).toHaveBeenCalledOnce()
  })

  test('of no stop, and of no wrong file', async () => {
    for (const code of ['cancelled', 'closed', 'no_rows', 'mapping_unsure']) {
      const client = history({})
      const refused = async () => refuse(code, 'No.')
      await expect(importIntoHistory(client, refused)).rejects.toMatchObject({ error: { code } })
      expect(client.call).toHaveBeenCalledOnce()
    }
  })

  test('in vain where it cannot write: the reason stays the first one', async () => {
    const client = history({}, async () => refuse('disk_full', 'The disk is full.'))
    await expect(importIntoHistory(client, failing(bug))).rejects.toBe(bug)
  })
})
