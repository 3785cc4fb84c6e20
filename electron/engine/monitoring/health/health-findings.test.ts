import { expect, test } from 'vitest'
import { DEFAULT_THRESHOLDS } from '../alerts/default-thresholds.ts'
import { describeHealth, type HealthFacts } from './health-findings.ts'

const well: HealthFacts = {
  predictions: 1_000_000,
  databaseBytes: 330e6,
  operations: { total: 122, failed: 0, successRate: 1, errorsByCode: {} },
  model: { name: 'm', version: '1.0.0', trainedAt: '2026-11-01', ageDays: 20, demo: true },
  integrity: { checkedAt: '2026-11-21T12:00:00.000Z', ok: true, sentence: 'Every page was found sound.' },
  diskFreeBytes: 42.4e9,
  recent: { operations: 10, failed: 0 },
}
const findings = (some: Partial<HealthFacts>) => describeHealth({ ...well, ...some }, DEFAULT_THRESHOLDS)
const worst = (some: Partial<HealthFacts>) => findings(some)[0]
const sentences = (some: Partial<HealthFacts>) => findings(some).map(({ sentence }) => sentence)

test('all is well', () => {
  expect(findings({}).every(({ severity }) => severity === 'ok')).toBe(true)
  expect(sentences({})).toEqual([
    'All 122 scorings succeeded.',
    '42 GB of the disk is free.',
    'Every page was found sound.',
    'The model was trained 20 days ago.',
    '1,000,000 scored leads take 330 MB on the disk.',
  ])
})

test('the first start, and one lead', () => {
  const operations = { total: 0, failed: 0, successRate: null, errorsByCode: {} }
  const nothing = { predictions: 0, operations, integrity: null, recent: { operations: 0, failed: 0 } }
  expect(sentences({ ...nothing, diskFreeBytes: null })).toEqual([
    'Nothing has been scored yet.',
    'The model was trained 20 days ago.',
    'No leads are stored yet.',
    'The database has not been checked yet; that is done once a day while the app is open.',
  ])
  const one = {
    predictions: 1,
    operations: { ...operations, total: 1, successRate: 1 },
    databaseBytes: 250e3,
  }
  expect(sentences(one)).toEqual(
    expect.arrayContaining(['The only scoring succeeded.', '1 scored lead takes 0.3 MB on the disk.']),
  )
})

test.each([
  [{ integrity: { checkedAt: '', ok: false, sentence: 'Damaged.' } }, 'problem', 'Damaged.'],
  [
    { diskFreeBytes: 199e6 },
    'problem',
    'Only 199 MB of the disk is free: imports will fail. Free some space.',
  ],
  [{ diskFreeBytes: 0 }, 'problem', 'The disk is full: imports will fail. Free some space.'],
  [{ diskFreeBytes: 1e9 }, 'warning', '1 GB of the disk is free, which is little for large imports.'],
  [{ recent: { operations: 20, failed: 1 } }, 'warning', '1 of 20 scorings since yesterday failed (5%).'],
  [{ recent: { operations: 19, failed: 1 } }, 'problem', '1 of 19 scorings since yesterday failed (5.3%).'],
  [
    { model: { ...well.model, ageDays: 91 } },
    'warning',
    'The model was trained 91 days ago. See whether leads and results are still as before.',
  ],
] as const)('%o comes first, as a %s', (some, severity, sentence) => {
  expect(worst(some)).toEqual({ severity, sentence })
})

test('failures of long ago are told, and are no worry', () => {
  const operations = { total: 122, failed: 2, successRate: 120 / 122, errorsByCode: { disk_full: 2 } }
  expect(findings({ operations })).toContainEqual({
    severity: 'ok',
    sentence: '2 of 122 scorings failed, none since yesterday.',
  })
})

test('what has not been checked is neither in order nor a worry, and stands last', () => {
  expect(findings({ integrity: null }).map(({ severity }) => severity)).toEqual([
    'ok',
    'ok',
    'ok',
    'ok',
    'unknown',
  ])
})

test('two scorings are both', () => {
  const operations = { total: 2, failed: 0, successRate: 1, errorsByCode: {} }
  expect(sentences({ operations })).toContain('Both scorings succeeded.')
})

test('a model of exactly the limit, or of today', () => {
  expect(worst({ model: { ...well.model, ageDays: 90 } })?.severity).toBe('ok')
  expect(sentences({ model: { ...well.model, ageDays: 0 } })).toContain('The model was trained today.')
})
