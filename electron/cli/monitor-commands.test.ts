/** `latency`, `health` and `alerts` as a user meets them: a process, its exit code, its two streams. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openWriteConnection } from '../engine/history/connection.ts'
import { databasePath } from '../engine/history/data-folder.ts'
import { takeWriterLock } from '../engine/history/writer-lock.ts'
import { systemFiles } from '../engine/platform/files.ts'

const entry = join(import.meta.dirname, 'index.ts')
const samples = join(import.meta.dirname, '../../resources/samples')

let folder: string
let data: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'leadlight-cli-'))
  data = join(folder, 'data')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function leadlight(...args: readonly string[]) {
  const child = spawn(process.execPath, [entry, ...args, '--data', data], { stdio: 'pipe' })
  child.stdin.end()
  const [out, err, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.once('close', resolve)),
  ])
  return { out, err, code }
}

async function json(...args: readonly string[]) {
  const { out, err, code } = await leadlight(...args, '--json')
  expect([code, err]).toEqual([0, ''])
  return JSON.parse(out)
}

describe('without a history', () => {
  test('each says so in a sentence, and nothing is made', async () => {
    expect((await leadlight('latency')).out).toBe('Nothing was scored.\n')
    expect((await leadlight('health')).out).toContain('Nothing has been scored yet.')
    expect((await leadlight('alerts')).out).toBe('No alerts.\n')
    expect(systemFiles.kind(data)).toBe('none')
  })
})

test('latency and health of a lead and an import, in words and as JSON', async () => {
  await json('lead', '{}')
  await json('score', join(samples, 'leads-50.csv'))
  const latency = await json('latency')
  expect(latency).toMatchObject({ verdict: 'not_judged', window: { leads: 51 } })
  expect(
    latency.operations.map(({ stages }: { stages: { total: { n: number } } }) => stages.total.n),
  ).toEqual([1, 50])
  const last = await json('latency', '--window', 'last:10')
  expect(last.window.leads).toBe(10)
  const words = await leadlight('latency')
  expect(words.out).toMatch(/^Only 1 lead was typed in, too few to judge; it took [\d.]+ m?s\./)
  expect(words.out).toContain('p95')
  expect(words.out).toMatch(/^slowest:\n {2}\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC {2}/m)
  expect(words.out).not.toMatch(/NaN|undefined|null/)

  const health = await json('health', '--check')
  expect(health).toMatchObject({
    predictions: 51,
    integrity: { ok: true },
    days: [{ predictions: 51, failed: 0 }],
  })
  expect((await json('health')).integrity).toBeNull()
  const told = await leadlight('health', '--check')
  expect(told.out).toContain('Both scorings succeeded.')
  expect(told.out).toContain('sound when checked')
  expect(told.out).toContain('Every page of the database was read and found sound.')
  expect(told.out).not.toContain('not been checked')
  expect(told.out).not.toMatch(/NaN|undefined|null/)
})

describe('alerts', () => {
  beforeEach(async () => {
    await json('lead', '{}')
    const db = openWriteConnection(databasePath(data))
    const row = `('lead', ${Date.now()}, 0, 'model_damaged', 0, 0)`
    db.exec(`INSERT INTO operation (kind, started_at, rows, error_code, features_us, inference_us)
             VALUES ${row}, ${row}, ${row}`)
    db.close()
  })

  test('are raised by asking the rules, acknowledged and snoozed', async () => {
    expect(await json('alerts')).toEqual([])
    const raised = await json('alerts', '--evaluate')
    expect(raised).toMatchObject([
      { id: 1, kind: 'engine_down', state: 'active' },
      { id: 2, kind: 'errors', state: 'active' },
    ])
    await json('alerts', '--acknowledge', '1')
    expect(await json('alerts', '--snooze', '2', '--hours', '3')).toMatchObject([
      { state: 'acknowledged' },
      { state: 'snoozed', snoozedUntil: expect.any(String) },
    ])
    const { out } = await leadlight('alerts')
    expect(out).toMatch(
      /^alert 1 \(critical, acknowledged\), last seen .* UTC: Scoring failed 3 times within 5 minutes\.$/m,
    )
    expect(out).toMatch(/^alert 2 \(high, quiet until .* UTC\)/m)
  })

  test('an alert that is not there is refused in a sentence', async () => {
    expect(await leadlight('alerts', '--acknowledge', '9')).toEqual({
      out: '',
      err: 'error: There is no alert 9.\n',
      code: 1,
    })
  })

  test('while the app is open they can be read, and not changed', async () => {
    const lock = takeWriterLock(data, systemFiles)
    try {
      expect((await leadlight('alerts')).code).toBe(0)
      const refused = await leadlight('alerts', '--evaluate')
      expect(refused.code).toBe(1)
      expect(refused.err).toMatch(/^error: .*open/)
    } finally {
      lock.release()
    }
  })
})
