import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { newTrialHistory } from './fixtures/trial-history.ts'
import type { OpenHistory } from './open-history.ts'
import { createOperationPacker, type LeadRow } from './pack-operations.ts'
import {
  ALL_TIMES,
  readFailures,
  readImportGroups,
  readLeadTimes,
  type TimeRange,
} from './read-operations.ts'

let history: OpenHistory
beforeEach(async () => {
  const trial = await newTrialHistory()
  history = trial.history
  return trial.remove
})

const PER_PACK = 3

/** An operation to store, or `pack`: somebody tries to pack. */
const eventArbitrary = fc.oneof(
  { arbitrary: fc.constant('pack' as const), weight: 2 },
  {
    arbitrary: fc.record({
      kind: fc.constantFrom('lead' as const, 'lead' as const, 'import' as const),
      at: fc.integer({ min: 0, max: 20 }),
      code: fc.constantFrom(null, null, null, 'disk_full'),
      storageUs: fc.constantFrom(null, 300, 450.5),
    }),
    weight: 5,
  },
)
const rangeArbitrary: fc.Arbitrary<TimeRange> = fc.oneof(
  fc.constant(ALL_TIMES),
  fc.record({ fromMs: fc.integer({ min: -1, max: 21 }), beforeMs: fc.integer({ min: -1, max: 21 }) }),
)

test('whatever is packed when, a range holds what a look at every row finds', () => {
  fc.assert(
    fc.property(
      fc.array(eventArbitrary, { maxLength: 40 }),
      rangeArbitrary,
      fc.integer({ min: 0, max: 20 }),
      (events, range, fromOperation) => {
        const { db, transaction } = history.writer
        db.exec('DELETE FROM operation; DELETE FROM operation_pack')
        const packer = createOperationPacker(db, PER_PACK)
        const insert = db.prepare<Record<string, number | string | null>>(
          `INSERT INTO operation (kind, started_at, rows, error_code, features_us, inference_us, storage_us,
                                  first_prediction_id, last_prediction_id)
           VALUES (:kind, :at, 1, :code, :at + 0.5, 7, :storageUs, 1, 1)`,
        )
        for (const event of events) {
          if (event === 'pack') transaction(() => packer.packSome())
          else insert.run(event)
        }
        const slow = (what: string, columns: string) =>
          db
            .prepare<{ from: number; below: number }, unknown[]>(
              `SELECT ${columns} FROM operation WHERE ${what} AND started_at >= :from AND started_at < :below
               ORDER BY id`,
            )
            .raw()
            .all({ from: Math.max(range.fromMs, -1e9), below: Math.min(range.beforeMs, 1e9) })
        const times = readLeadTimes(db, range, fromOperation)
        const rows = Array.from({ length: times.count }, (_, place) => [
          times.operations[place],
          times.startedAt[place],
          times.featuresUs[place],
          times.inferenceUs[place],
          Number.isNaN(times.storageUs[place]) ? null : times.storageUs[place],
        ])
        const single = `kind = 'lead' AND error_code IS NULL AND id >= ${fromOperation}`
        const wanted = slow(
          single,
          'id, started_at, features_us, inference_us, storage_us',
        ) as unknown as LeadRow[]
        expect(rows).toEqual(wanted)
        const groups = slow("kind = 'import' AND error_code IS NULL", 'id')
        expect(readImportGroups(db, range).map(({ operation }) => [operation])).toEqual(groups)
        expect(readFailures(db, range)).toHaveLength(slow('error_code IS NOT NULL', 'id').length)
      },
    ),
    { numRuns: 300 },
  )
})

test('the newest score is not packed: its storage time is still to come', () => {
  const { db, operations, transaction } = history.writer
  const packer = createOperationPacker(db, PER_PACK)
  const add = () => {
    const lead = {
      kind: 'lead',
      startedAt: 1,
      rows: 1,
      errorCode: null,
      featuresUs: 1,
      inferenceUs: 1,
    } as const
    transaction(() => operations.stored(operations.add({ ...lead, batch: null, firstId: 1 }), 250))
    return transaction(() => packer.packSome())
  }
  expect([add(), add(), add(), add()]).toEqual([false, false, false, true])
  expect([...readLeadTimes(db, ALL_TIMES).storageUs]).toEqual([250, 250, 250, Number.NaN])
})

test('a damaged pack is refused, not computed with', () => {
  const { db, transaction } = history.writer
  const packer = createOperationPacker(db, 1)
  db.exec(`INSERT INTO operation (kind, started_at, rows, features_us, inference_us)
           VALUES ('lead', 1, 1, 1, 1), ('lead', 1, 1, 1, 1)`)
  transaction(() => packer.packSome())
  db.exec("UPDATE operation_pack SET columns = x'01020304'")
  expect(() => readLeadTimes(db, ALL_TIMES)).toThrow('damaged')
})
