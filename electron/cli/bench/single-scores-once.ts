/**
 * What latency and health take on a history of leads scored one by one, in a process of its own. Their times are invented and
 * written straight into the history's log: scoring a million leads by itself would take ten minutes. Prints the measurements
 * as JSON. Arguments: number of scores, data folder, repeats.
 */
process.env.ORT_DISABLE_TELEMETRY = '1'

const { seededRandom } = await import('../../../model/statistics/seeded-random.ts')
const { openHistory } = await import('../../engine/history/open-history.ts')
const { createOperationsLog } = await import('../../engine/history/operations.ts')
const { createOperationPacker } = await import('../../engine/history/pack-operations.ts')
const { systemClock } = await import('../../engine/platform/clock.ts')
const { systemFiles } = await import('../../engine/platform/files.ts')
const { bundledModelFolder, readManifest } = await import('../../engine/registry/read-bundle.ts')
const { resourcesDir, withEngine } = await import('../with-engine.ts')

/** Milliseconds of every repeat. */
export interface SingleScoresMeasurement {
  readonly scores: number
  readonly latencyMs: readonly number[]
  readonly healthMs: readonly number[]
}

/** Two scores a minute, day and night: a million of them fill a year. */
const BETWEEN_SCORES_MS = 30_000

const [scores, data = '', repeats] = [Number(process.argv[2]), process.argv[3], Number(process.argv[4])]

await writeScores()
const measurement = await withEngine({ data }, 'read', async (engine): Promise<SingleScoresMeasurement> => {
  // Starts the thread.
  await engine.latencyReport({ window: { kind: 'last', count: 20 } })
  const latencyMs: number[] = []
  const healthMs: number[] = []
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    // Another question each time, about the same scores: nothing is remembered of it.
    latencyMs.push(
      await timed(() => engine.latencyReport({ window: { kind: 'last', count: scores + repeat } })),
    )
    healthMs.push(await timed(() => engine.healthReport()))
  }
  return { scores, latencyMs, healthMs }
})
process.stdout.write(JSON.stringify(measurement))

async function writeScores(): Promise<void> {
  const model = readManifest(bundledModelFolder(resourcesDir), systemFiles)
  const history = await openHistory(data, model, { files: systemFiles, clock: systemClock })
  const { db, transaction } = history.writer
  const log = createOperationsLog(db)
  const packer = createOperationPacker(db)
  const random = seededRandom(20261121, 0)
  const begin = Date.now() - scores * BETWEEN_SCORES_MS
  transaction(() => {
    for (let score = 0; score < scores; score += 1) {
      const operation = log.add({
        kind: 'lead',
        startedAt: begin + score * BETWEEN_SCORES_MS,
        rows: 1,
        errorCode: null,
        featuresUs: Math.round(20 + 20 * random()),
        inferenceUs: Math.round(70 + 60 * random()),
        batch: null,
        firstId: score + 1,
      })
      log.stored(operation, Math.round(300 / (1.02 - random())))
    }
    log.completePending()
  })
  while (transaction(() => packer.packSome()));
  history.close()
}

async function timed(ask: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await ask()
  return performance.now() - began
}
