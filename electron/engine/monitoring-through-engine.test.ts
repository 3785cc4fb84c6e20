/** Latency, health, alerts and settings as a user meets them: through the engine, its threads and a real history. */
import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { DEFAULT_SETTINGS } from '../contract/importing.ts'
import { NOBODY } from '../contract/lead.ts'
import type { Engine } from './engine.ts'
import type { EngineOptions } from './engine-options.ts'
import { openWriteConnection } from './history/connection.ts'
import { databasePath } from './history/data-folder.ts'
import { newTestEngines, quietly, type TestEngines } from './importing/fixtures/open-test-engine.ts'
import { DEFAULT_SETTINGS as DEFAULT_MONITOR } from './monitoring/monitor-settings.ts'

const resourcesDir = join(import.meta.dirname, '../../resources')

let engines: TestEngines
beforeEach(() => {
  engines = newTestEngines()
  return engines.close
})
const open = (options?: Partial<EngineOptions>) => engines.open(options)
const importSample = (engine: Engine, name: string) =>
  engine.importFile(join(resourcesDir, 'samples', name), DEFAULT_SETTINGS, quietly())
const refusedWith = (code: string) => expect.objectContaining({ error: expect.objectContaining({ code }) })
/** For a machine that does much else. */
const PATIENCE = { timeout: 20_000, interval: 20 }

/** The report once it holds this many single scores: how long storing one took is written after its answer. */
const reportOnce = (engine: Engine, singles: number) =>
  vi.waitFor(async () => {
    const report = await engine.latencyReport({ window: { kind: 'all' } })
    expect(report.operations[0]?.stages?.total.n).toBe(singles)
    return report
  }, PATIENCE)
/** Changes the closed history as nothing of ours would. */
function change(sql: string): void {
  const db = openWriteConnection(databasePath(join(engines.folder, 'data')))
  db.exec(sql)
  db.close()
}

/** Zeroes the first page of an index that hardly anything reads. */
function zeroRootPage(index: string): void {
  const path = databasePath(join(engines.folder, 'data'))
  const db = openWriteConnection(path)
  const root = db
    .prepare<{ index: string }, number>('SELECT rootpage FROM sqlite_schema WHERE name = :index')
    .pluck()
    .get({ index })
  const pageBytes = Number(db.pragma('page_size', { simple: true }))
  db.close()
  const file = openSync(path, 'r+')
  writeSync(file, new Uint8Array(pageBytes), 0, pageBytes, ((root ?? 0) - 1) * pageBytes)
  closeSync(file)
}

test('where there is no history, every panel says so in a sentence, and nothing is made', async () => {
  const engine = await open({ access: 'read' })
  const latency = await engine.latencyReport({ window: { kind: 'all' } })
  expect(latency).toMatchObject({ verdict: 'no_operations', slowest: [] })
  const health = await engine.healthReport()
  expect(health).toMatchObject({ predictions: 0, days: [], integrity: null })
  expect(health.findings.map(({ sentence }) => sentence)).toContain('Nothing has been scored yet.')
  expect(await engine.alerts()).toEqual([])
  expect(await engine.monitorSettings()).toEqual(DEFAULT_MONITOR)
  expect(JSON.stringify([latency, health])).not.toMatch(/NaN|Infinity/)
  await expect(engine.evaluateAlerts()).rejects.toEqual(refusedWith('read_only'))
  await expect(engine.saveMonitorSettings(DEFAULT_MONITOR)).rejects.toEqual(refusedWith('read_only'))
  await expect(engine.checkIntegrity()).rejects.toEqual(refusedWith('no_history'))
})

test('latency and health tell what was stored, and the next answer what came since', async () => {
  const engine = await open()
  const saved = await engine.saveLead({ jobtitle: 'Sales Director' }, NOBODY)
  const { batch } = await importSample(engine, 'leads-50.csv')
  await engine.saveLead({}, NOBODY)
  const report = await reportOnce(engine, 2)
  const [single, imported] = report.operations
  expect(single?.stages?.total.n).toBe(2)
  expect(imported?.stages?.total.n).toBe(50)
  expect(single?.stages?.total.max).toBeGreaterThanOrEqual(saved.latencyMs.inference)
  expect(report.slowest.map(({ lead, batch: of }) => lead ?? of)).toEqual(
    expect.arrayContaining([1, 52, batch]),
  )
  expect(report.baselineMachine).not.toBeNull()
  const days = (await engine.healthReport()).days
  expect(days).toEqual([{ day: expect.any(String), predictions: 52, operations: 3, failed: 0 }])

  await engine.undoBatch(batch, quietly())
  await engine.saveLead({}, NOBODY)
  const after = await reportOnce(engine, 3)
  expect(after.operations.map(({ stages }) => stages?.total.n ?? 0)).toEqual([3, 0])
  expect(await engine.healthReport()).toMatchObject({
    predictions: 3,
    days: [{ predictions: 3, operations: 3 }],
  })
  await expect(engine.latencyReport({ window: { kind: 'batch', batch: 99 } })).rejects.toEqual(
    refusedWith('batch_unknown'),
  )
})

test('a check of the database is kept and said, good or bad', async () => {
  const engine = await open()
  await engine.saveLead({}, NOBODY)
  const found = await engine.checkIntegrity()
  expect(found.ok).toBe(true)
  expect((await engine.healthReport()).integrity).toEqual(found)
  await engine.close()
  zeroRootPage('prediction_outcome')
  const again = await open()
  expect(await again.checkIntegrity()).toMatchObject({ ok: false })
  const [worst] = (await again.healthReport()).findings
  expect(worst).toMatchObject({ severity: 'problem', sentence: expect.stringContaining('damaged') })
})

describe('alerts', () => {
  /** Failures just now, as if the model had been broken. */
  const failing = (count: number) => {
    const at = Date.now() - 1000
    const row = `('lead', ${at}, 0, 'model_damaged', 0, 0)`
    change(`INSERT INTO operation (kind, started_at, rows, error_code, features_us, inference_us)
            VALUES ${Array.from({ length: count }, () => row).join()}`)
  }

  test('are raised once, dealt with, and over when their rule holds no more', async () => {
    await (await open()).close()
    failing(3)
    const engine = await open()
    const { raised } = await engine.evaluateAlerts()
    expect(raised.map(({ kind }) => kind)).toEqual(['engine_down', 'errors'])
    expect((await engine.evaluateAlerts()).raised).toEqual([])
    const [down, errors] = await engine.alerts()
    expect(down).toMatchObject({ kind: 'engine_down', severity: 'critical', state: 'active' })
    await engine.acknowledgeAlert(down?.id ?? 0)
    await engine.snoozeAlert(errors?.id ?? 0, 2)
    expect((await engine.alerts()).map(({ state }) => state)).toEqual(['acknowledged', 'snoozed'])

    // Nothing is more than all of it.
    const thresholds = { ...DEFAULT_MONITOR.thresholds, engineDownFailures: 4, errorShare: 1 }
    await engine.saveMonitorSettings({ ...DEFAULT_MONITOR, thresholds })
    expect(await engine.evaluateAlerts()).toMatchObject({ raised: [], changes: 2 })
    expect((await engine.alerts()).map(({ state }) => state)).toEqual(['over', 'over'])
    expect(await engine.restoreMonitorSettings()).toEqual(DEFAULT_MONITOR)
    // The rules hold again, within the cooldown; what is critical has none.
    expect((await engine.evaluateAlerts()).raised.map(({ kind }) => kind)).toEqual(['engine_down'])
  })

  test('leads like those the model learned from raise none; others do, until their import is taken back', async () => {
    const engine = await open()
    await importSample(engine, 'leads-50.csv')
    expect(await engine.evaluateAlerts()).toEqual({ raised: [], changes: 0 })
    const { batch } = await importSample(engine, 'leads-5000-shifted.csv')
    const { raised } = await engine.evaluateAlerts()
    expect(raised.map(({ kind }) => kind)).toEqual(['data_drift', 'score_drift'])
    await engine.undoBatch(batch, quietly())
    expect(await engine.evaluateAlerts()).toEqual({ raised: [], changes: 2 })
    expect((await engine.alerts()).map(({ state }) => state)).toEqual(['over', 'over'])
  })

  test('outcomes: a low engagement, and enough of them to learn from', async () => {
    const first = await open()
    await importSample(first, 'leads-5000.csv')
    await first.close()
    change(`UPDATE prediction SET outcome = id % 11 = 0, outcome_at = ${Date.now()} WHERE id <= 500`)
    const engine = await open()
    const { raised } = await engine.evaluateAlerts()
    expect(raised.map(({ kind, message }) => [kind, message])).toEqual([
      ['engagement_rate', '45 of the last 500 leads with an outcome engaged (9%); under 10% is low.'],
      ['enough_outcomes', '500 outcomes came in since the model was trained: enough to learn from.'],
    ])
  })

  test('a muted kind is not raised', async () => {
    await (await open()).close()
    failing(3)
    const engine = await open()
    await engine.saveMonitorSettings({ ...DEFAULT_MONITOR, muted: ['errors'] })
    expect((await engine.evaluateAlerts()).raised.map(({ kind }) => kind)).toEqual(['engine_down'])
  })
})

test('settings are there after a restart', async () => {
  const first = await open()
  const mine = { ...DEFAULT_MONITOR, rule: 'evidently' as const, muted: ['model_age' as const] }
  expect(await first.saveMonitorSettings(mine)).toEqual(mine)
  await first.close()
  expect(await (await open({ access: 'read' })).monitorSettings()).toEqual(mine)
})
