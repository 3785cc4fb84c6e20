/** Reports through the real engine: its threads, its database, the bundled model. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DriftRequest } from '../../../contract/drift.ts'
import { DEFAULT_SETTINGS } from '../../../contract/importing.ts'
import type { Engine } from '../../engine.ts'
import { openTestEngine, quietly } from '../../importing/fixtures/open-test-engine.ts'
import { resourcesDir } from '../../scoring/fixtures/invented-leads.ts'

const folder = mkdtempSync(join(tmpdir(), 'leadlight-reports-'))
const request: DriftRequest = {
  window: { kind: 'all' },
  baseline: { kind: 'reference' },
  rule: 'size-aware',
}
let engine: Engine
beforeAll(async () => {
  engine = await openTestEngine(join(folder, 'data'))
})
afterAll(async () => {
  await engine.close()
  rmSync(folder, { recursive: true })
})

test('before the first lead a report says that there is none', async () => {
  const html = await engine.reportPage(request)
  expect(html).toContain((await engine.driftReport(request)).headline)
  expect(html).not.toMatch(/NaN|undefined|Infinity/)
})

test('with leads it holds every field of the model, in a tenth of the megabyte', async () => {
  await engine.importFile(
    join(resourcesDir, 'samples', 'leads-5000-shifted.csv'),
    DEFAULT_SETTINGS,
    quietly(),
  )
  const path = join(folder, 'report.html')
  expect(await engine.saveReport(request, 'html', path)).toEqual({ fileName: 'report.html' })
  const { headline, fields } = await engine.driftReport(request)
  const html = readFileSync(path, 'utf8')
  expect(html).toContain(headline)
  expect(html.match(/demo model/gi)).toHaveLength(1)
  for (const { field, measure } of fields) {
    expect(html).toContain(`<tr data-field="${field}" data-measure="${measure}">`)
  }
  // What is in it are shares: a million leads take no more room than 5,000.
  expect(statSync(path).size).toBeLessThan(100_000)
})

test('no report is written among the data, nor left half-way beside it', async () => {
  const path = join(folder, 'data', 'report.csv')
  await expect(engine.saveReport(request, 'csv', path)).rejects.toThrow(/keeps its history/)
  const cancelled = engine.saveReport(request, 'csv', join(folder, 'never.csv'), {
    signal: AbortSignal.abort(),
  })
  await expect(cancelled).rejects.toThrow(/cancelled/)
  expect(readdirSync(folder).filter((name) => name.includes('never'))).toEqual([])
})
