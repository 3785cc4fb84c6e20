/** Histories and models that are unlike what anybody has in mind: every panel answers with a sentence. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DriftRequest } from '../../contract/drift.ts'
import { DEFAULT_SETTINGS } from '../../contract/importing.ts'
import { NOBODY } from '../../contract/lead.ts'
import type { Engine } from '../engine.ts'
import { openWriteConnection } from '../history/connection.ts'
import { databasePath } from '../history/data-folder.ts'
import { migrate } from '../history/migrate.ts'
import { MIGRATIONS } from '../history/migrations/index.ts'
import { newTestEngines, quietly, type TestEngines } from '../importing/fixtures/open-test-engine.ts'
import { systemClock } from '../platform/clock.ts'
import { systemFiles } from '../platform/files.ts'
import { resourcesDir } from '../scoring/fixtures/invented-leads.ts'

const all: DriftRequest = { window: { kind: 'all' }, baseline: { kind: 'reference' }, rule: 'size-aware' }
const month = { kind: 'days', days: 30 } as const
const ofBatches = (window: number, baseline: number): DriftRequest => ({
  ...all,
  window: { kind: 'batch', batch: window },
  baseline: { kind: 'window', window: { kind: 'batch', batch: baseline } },
})

let engines: TestEngines
beforeEach(() => {
  engines = newTestEngines()
})
afterEach(() => engines.close())

/** Imports rows of CSV; the batch's number. */
async function importRows(engine: Engine, header: string, rows: readonly string[], name = 'rows.csv') {
  const path = join(engines.folder, name)
  writeFileSync(path, [header, ...rows].join('\n'))
  return (await engine.importFile(path, DEFAULT_SETTINGS, quietly())).batch
}

const repeated = (count: number, row: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => row(i))

/** Changes the history behind the engine's back. */
function change(sql: string): void {
  const db = openWriteConnection(databasePath(join(engines.folder, 'data')))
  db.exec(sql)
  db.close()
}

/** Everything the monitor says, by every rule; no number of it is none, and no sentence says so. */
async function everythingSaid(engine: Engine) {
  const drift = await engine.driftReport(all)
  const said = {
    drift,
    byEvidently: await engine.driftReport({ ...all, rule: 'evidently' }),
    lastMonth: await engine.driftReport({ ...all, window: month }),
    timeline: await engine.driftTimeline({ step: 'week', rule: 'size-aware' }),
    latency: await engine.latencyReport({ window: { kind: 'all' } }),
    latencyOfMonth: await engine.latencyReport({ window: month }),
    health: await engine.healthReport(),
    alerts: await engine.alerts(),
    page: await engine.reportPage(all),
  }
  walk(said)
  for (const sentence of [drift.headline, said.latency.headline, said.health.findings[0]?.sentence]) {
    expect(sentence).toMatch(/^[A-Z\d].*\.$/)
  }
  return said
}

function walk(value: unknown): void {
  if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true)
  else if (typeof value === 'string') expect(value).not.toMatch(/NaN|Infinity|undefined|null/)
  else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) walk(part)
}

test('nobody', async () => {
  const { drift, timeline } = await everythingSaid(await engines.open())
  expect(drift.headline).toBe('All leads: there are no leads to compare.')
  expect(timeline).toEqual({ points: [], note: 'There are no leads yet.' })
})

test('one lead without any value', async () => {
  const engine = await engines.open()
  await engine.saveLead({}, NOBODY)
  const { drift, timeline } = await everythingSaid(engine)
  expect(drift.headline).toBe('All leads: 1 lead is too few to judge; at least 20 are needed.')
  expect(timeline.note).toBe('All leads together are fewer than 30, so the one point says little.')
  expect((await engine.evaluateAlerts()).raised).toEqual([])
})

test('leads that are all alike, of a trade nobody knows, without all else', async () => {
  const engine = await engines.open()
  await importRows(
    engine,
    'name,industry,llm_quality',
    repeated(60, (i) => `Lead ${i},Zeppelins,70`),
  )
  const { drift } = await everythingSaid(engine)
  expect(drift.verdict).toBe('drift')
  const sentences = drift.fields.flatMap(({ findings }) => findings.map(({ sentence }) => sentence))
  expect(sentences).toContainEqual(
    expect.stringMatching(
      /: 60 leads \(100%\) have values not found in the model’s own leads: “Zeppelins”\.$/,
    ),
  )
  expect(sentences).toContainEqual(expect.stringMatching(/: every value of these leads is “70/))
  expect(sentences).toContainEqual(expect.stringContaining('none of these leads has a value'))
  // Nothing is said twice, though a text is three comparisons.
  expect(sentences).toHaveLength(new Set(sentences).size)
  for (const finding of drift.fields.flatMap(({ findings }) => findings)) {
    if (!finding.behind) continue
    const { total } = await engine.listLeads({ behind: finding.behind.leads, order: 'best', limit: 1 })
    expect(total, finding.sentence).toBe(finding.behind.count)
  }
})

describe('a model that came', () => {
  /** The bundled model with some of it left out. */
  function resourcesWithout(...left: readonly string[]): string {
    const folder = join(engines.folder, 'resources')
    mkdirSync(folder)
    cpSync(join(resourcesDir, 'model'), join(folder, 'model'), { recursive: true })
    for (const file of left) rmSync(join(folder, 'model', file))
    if (left.includes('reference.csv')) {
      const path = join(folder, 'model', 'manifest.json')
      writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), reference: null }))
    }
    return folder
  }

  test('without leads of its own has other leads to be compared with', async () => {
    const engine = await engines.open({ resourcesDir: resourcesWithout('reference.csv') })
    await engine.importFile(join(resourcesDir, 'samples', 'leads-50.csv'), DEFAULT_SETTINGS, quietly())
    const { drift, timeline } = await everythingSaid(engine)
    expect(drift.headline).toMatch(/^The model came without leads of its own/)
    expect(timeline.note).toMatch(/^The model came without leads of its own/)
    expect((await engine.driftReport(ofBatches(1, 1))).verdict).toBe('no_drift')
    expect((await engine.evaluateAlerts()).raised).toEqual([])
  })

  test('without its times is compared with none', async () => {
    const engine = await engines.open({ resourcesDir: resourcesWithout('latency.json') })
    for (let i = 0; i < 21; i += 1) await engine.saveLead({}, NOBODY)
    const { latency } = await everythingSaid(engine)
    expect(latency).toMatchObject({
      baselineMachine: null,
      operations: [{ baseline: null }, { baseline: null }],
    })
    expect(latency.headline).not.toContain('the computer the model was measured on')
  })
})

test('a history of an older version is left alone, and each question says what to do', async () => {
  const path = databasePath(join(engines.folder, 'data'))
  mkdirSync(join(engines.folder, 'data'))
  writeFileSync(path, '')
  const db = openWriteConnection(path)
  await migrate(db, {
    migrations: MIGRATIONS.slice(0, 2),
    backupFolder: join(engines.folder, 'backups'),
    files: systemFiles,
    clock: systemClock,
  })
  db.close()
  const before = readFileSync(path)
  const engine = await engines.open({ access: 'read' })
  for (const asked of [
    engine.driftReport(all),
    engine.driftTimeline({ step: 'week', rule: 'size-aware' }),
    engine.latencyReport({ window: month }),
    engine.healthReport(),
    engine.alerts(),
    engine.monitorSettings(),
  ]) {
    await expect(asked).rejects.toMatchObject({
      error: { code: 'history_older', hint: expect.stringMatching(/^Open it once with the app/) },
    })
  }
  expect(readFileSync(path)).toEqual(before)
})

test('leads of the future, before the clock was set back, are among the last ones', async () => {
  const engine = await engines.open()
  await importRows(
    engine,
    'name,jobtitle',
    repeated(40, (i) => `Lead ${i},CEO`),
  )
  for (let i = 0; i < 3; i += 1) await engine.saveLead({ jobtitle: 'CTO' }, NOBODY)
  const year = 366 * 86_400_000
  change(`UPDATE prediction SET scored_at = scored_at + ${year};
          UPDATE operation SET started_at = started_at + ${year}`)
  await engine.saveLead({}, NOBODY)
  const { lastMonth, timeline, health, latency } = await everythingSaid(engine)
  expect(lastMonth.window.leads).toBe(44)
  expect(timeline.points.map(({ leads }) => leads).reduce((sum, leads) => sum + leads, 0)).toBe(44)
  expect(health.days.map(({ predictions }) => predictions)).toEqual([1, 43])
  expect(latency.window.leads).toBe(44)
  expect((await engine.evaluateAlerts()).raised.map(({ kind }) => kind)).not.toContain('slow_scoring')
})

test('an import that is undone is nothing to compare with, and nothing to look at', async () => {
  const engine = await engines.open()
  const rows = repeated(40, (i) => `Lead ${i},CEO`)
  await importRows(engine, 'name,jobtitle', rows, 'spring.csv')
  await importRows(engine, 'name,jobtitle', rows, 'autumn.csv')
  expect((await engine.driftReport(ofBatches(2, 1))).verdict).toBe('no_drift')
  await engine.undoBatch(1, quietly())
  expect((await engine.driftReport(ofBatches(2, 1))).headline).toBe(
    'There is nothing to compare with: there are no leads in spring.csv.',
  )
  expect((await engine.driftReport(ofBatches(1, 2))).headline).toBe(
    'spring.csv: there are no leads to compare.',
  )
  expect((await engine.latencyReport({ window: { kind: 'batch', batch: 1 } })).headline).toBe(
    'spring.csv: nothing was scored.',
  )
  await everythingSaid(engine)
})
