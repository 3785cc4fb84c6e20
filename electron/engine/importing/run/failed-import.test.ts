import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEFAULT_SETTINGS, type ImportProgress } from '../../../contract/importing.ts'
import { Refusal } from '../../../contract/result.ts'
import type { Engine } from '../../engine.ts'
import { openTestEngine, REPOSITORY_THREADS } from '../fixtures/open-test-engine.ts'

const ROWS = 100_000
const folder = mkdtempSync(join(tmpdir(), 'leadlight-failed-'))
const file = join(folder, 'leads.csv')
beforeAll(() => {
  const rows = Array.from({ length: ROWS }, (_, row) => `N${row},${row % 100},CEO`)
  writeFileSync(file, `name,llm_quality,jobtitle\n${rows.join('\n')}\n`)
})
afterAll(() => rmSync(folder, { recursive: true }))

const job = (onProgress: (step: ImportProgress) => void = () => {}) => ({
  job: crypto.randomUUID(),
  signal: new AbortController().signal,
  onProgress,
})

async function refusalOf(work: Promise<unknown>) {
  try {
    await work
  } catch (error) {
    if (error instanceof Refusal) return error.error
    throw error
  }
  throw new Error('it did not fail')
}

async function withEngine(
  name: string,
  importThread: URL | undefined,
  work: (engine: Engine) => Promise<void>,
) {
  const threads = importThread ? { ...REPOSITORY_THREADS, import: importThread } : REPOSITORY_THREADS
  const engine = await openTestEngine(join(folder, name), { threads })
  try {
    await work(engine)
  } finally {
    await engine.close()
  }
}

test('a thread that dies while it imports: the sentence says what is stored, and the import goes on from there', async () => {
  const mortal = new URL('../fixtures/mortal-import-thread.ts', import.meta.url)
  await withEngine('thread', mortal, async (engine) => {
    const { code, message, details } = await refusalOf(engine.importFile(file, DEFAULT_SETTINGS, job()))
    expect(code).toBe('engine_stopped')
    const { accepted } = await engine.batch(1)
    expect(accepted).toBeGreaterThan(0)
    expect(accepted).toBeLessThan(ROWS)
    expect(details).toMatchObject({ batch: 1, accepted })
    expect(message).toContain(
      `${accepted.toLocaleString('en')} leads of the file stay in the history as import 1.`,
    )
    expect((await engine.healthReport()).operations).toMatchObject({
      failed: 1,
      errorsByCode: { engine_stopped: 1 },
    })
    expect(await engine.resumeImport(1, null, job())).toMatchObject({ batch: 1, accepted: ROWS })
  })
})

test('a scored file that cannot be put in its place at the end: the sentence says that the leads are stored', async () => {
  await withEngine('scored', undefined, async (engine) => {
    const place = join(folder, 'soon gone')
    mkdirSync(place)
    const { code, message, details } = await refusalOf(
      engine.importFile(file, DEFAULT_SETTINGS, {
        ...job(() => rmSync(place, { recursive: true, force: true })),
        outFile: { path: join(place, 'scored.csv'), order: 'as-read' },
      }),
    )
    expect(code).toBe('file_not_writable')
    expect(message).toBe(
      'The file "scored.csv" cannot be written: its folder does not exist. 100,000 leads of the file stay in the history as import 1.',
    )
    expect(details).toMatchObject({ batch: 1, accepted: ROWS })
    expect(await engine.batch(1)).toMatchObject({ state: 'done', accepted: ROWS })
  })
})
