/** The samples that ship with the app, through the real engine: the shifted one is called drift, the other one is not. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shiftedFields } from '../../../../model/pipeline/demo/population.ts'
import { DEFAULT_SETTINGS } from '../../../contract/importing.ts'
import type { Engine } from '../../engine.ts'
import { openTestEngine, quietly } from '../../importing/fixtures/open-test-engine.ts'
import { resourcesDir } from '../../scoring/fixtures/invented-leads.ts'

const folder = mkdtempSync(join(tmpdir(), 'leadlight-shifted-'))
const samples = ['leads-5000.csv', 'leads-5000-shifted.csv', 'leads-50.csv']
let engine: Engine
beforeAll(async () => {
  engine = await openTestEngine(join(folder, 'data'))
  for (const sample of samples) {
    await engine.importFile(join(resourcesDir, 'samples', sample), DEFAULT_SETTINGS, quietly())
  }
})
afterAll(async () => {
  await engine.close()
  rmSync(folder, { recursive: true })
})

const reportOn = (batch: number) =>
  engine.driftReport({
    window: { kind: 'batch', batch },
    baseline: { kind: 'reference' },
    rule: 'size-aware',
  })

describe('the shifted sample', () => {
  test('is called drift, naming the fields that were shifted and none that were not', async () => {
    const report = await reportOn(2)
    const drifted = report.fields.filter(({ verdict }) => verdict === 'drift').map(({ field }) => field)
    expect(report.verdict).toBe('drift')
    expect([...new Set(drifted)].sort()).toEqual(shiftedFields.toSorted())
    expect(report.score?.verdict).toBe('drift')
    expect(report.headline).toContain('14 of 19 fields are different')
  })

  test('has leads behind each finding, as many as the finding says', async () => {
    const { fields } = await reportOn(2)
    const findings = fields.flatMap((field) => field.findings).filter(({ kind }) => kind === 'drift')
    expect(findings.length).toBeGreaterThanOrEqual(shiftedFields.length)
    for (const { behind, sentence } of findings) {
      if (!behind) throw new Error(`nobody is behind "${sentence}"`)
      const { total, rows } = await engine.listLeads({ behind: behind.leads, order: 'best', limit: 1 })
      expect([sentence, total, rows.length]).toEqual([sentence, behind.count, 1])
    }
  })

  test('is exported like a list', async () => {
    const { fields } = await reportOn(2)
    const behind = fields[0]?.findings[0]?.behind
    if (!behind) throw new Error('the first finding has no leads')
    const path = join(folder, 'behind.csv')
    const { signal } = new AbortController()
    const summary = await engine.exportLeads({ behind: behind.leads, order: 'best' }, path, { signal })
    expect(summary.rows).toBe(behind.count)
  })
})

test.each([
  [1, 5000],
  [3, 50],
])('the other samples are not called drift (import %d)', async (batch, leads) => {
  const report = await reportOn(batch)
  expect([report.verdict, report.window.leads]).toEqual(['no_drift', leads])
  expect(report.fields.filter(({ verdict }) => verdict === 'drift')).toEqual([])
  expect(report.score?.verdict).toBe('no_drift')
})
