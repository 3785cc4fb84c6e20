import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { importTrialLeads, newTrialHistory } from '../../history/fixtures/trial-history.ts'
import type { OpenHistory } from '../../history/open-history.ts'
import { createOperationPacker } from '../../history/pack-operations.ts'
import { undoBatch } from '../../history/undo-batch.ts'
import { readVolumeByDay } from './volume-by-day.ts'

let history: OpenHistory
beforeEach(async () => {
  const trial = await newTrialHistory()
  history = trial.history
  return trial.remove
})

const NOON = new Date(2026, 9, 20, 12).getTime()
const HOUR = 3_600_000

interface Tried {
  readonly hour: number
  readonly kind: 'lead' | 'import'
  readonly rows: number
  readonly code: string | null
}

const triedArbitrary: fc.Arbitrary<Tried> = fc.record({
  // Over the end of summer time, not in order.
  hour: fc.integer({ min: 0, max: 400 }),
  kind: fc.constantFrom('lead', 'import'),
  rows: fc.integer({ min: 1, max: 50 }),
  code: fc.constantFrom(null, null, 'disk_full'),
})

/** `2026-10-20`, as a calendar says it. */
const calendarDay = (ms: number) => {
  const date = new Date(ms)
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
}

test('every day has what was tried on it, counted one by one', () => {
  fc.assert(
    fc.property(fc.array(triedArbitrary, { maxLength: 40 }), (all) => {
      const { db, transaction } = history.writer
      db.exec('DELETE FROM operation; DELETE FROM operation_pack')
      const insert = db.prepare<Record<string, string | number | null>>(
        `INSERT INTO operation (kind, started_at, rows, error_code, features_us, inference_us, storage_us)
         VALUES (:kind, :at, :rows, :code, 1, 1, 1)`,
      )
      const wanted = new Map<string, { predictions: number; operations: number; failed: number }>()
      for (const { hour, kind, rows, code } of all) {
        const at = NOON + hour * HOUR
        const stored = code !== null ? 0 : kind === 'lead' ? 1 : rows
        insert.run({ kind, at, code, rows: stored })
        const day = wanted.get(calendarDay(at)) ?? { predictions: 0, operations: 0, failed: 0 }
        day.predictions += stored
        day.operations += 1
        day.failed += code === null ? 0 : 1
        wanted.set(calendarDay(at), day)
      }
      const packer = createOperationPacker(db, 4)
      while (transaction(() => packer.packSome()));
      const days = readVolumeByDay(db)
      expect(days).toEqual([...wanted].sort().map(([day, counts]) => ({ day, ...counts })))
    }),
    { numRuns: 150 },
  )
})

test('an import that was taken back leaves the leads that were kept', async () => {
  const leads = Array.from({ length: 3000 }, (_, i) => ({ score: i / 3000 }))
  const batch = await importTrialLeads(history, leads)
  history.writer.db.exec('UPDATE prediction SET outcome = 1, outcome_at = 1 WHERE id IN (5, 2500, 2501)')
  const sum = () =>
    readVolumeByDay(history.writer.db).reduce((total, { predictions }) => total + predictions, 0)
  expect(sum()).toBe(3000)
  await undoBatch(history.writer, batch, { onProgress: () => {}, stopped: () => false })
  expect(sum()).toBe(3)
})

test('of more than 90 days, the last 90 are shown', () => {
  const day = (i: number) => new Date(2026, 0, 1 + 2 * i, 12).getTime()
  const rows = Array.from({ length: 100 }, (_, i) => `('lead', ${day(i)}, 1, 1, 1, 1)`)
  history.writer.db.exec(
    `INSERT INTO operation (kind, started_at, rows, features_us, inference_us, storage_us) VALUES ${rows.join()}`,
  )
  const days = readVolumeByDay(history.writer.db)
  expect(days).toHaveLength(90)
  expect([days[0]?.day, days.at(-1)?.day]).toEqual([day(10), day(99)].map(calendarDay))
})
