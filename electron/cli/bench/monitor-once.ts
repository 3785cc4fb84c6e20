/**
 * What monitoring takes, in a process of its own: imports a file, then asks for every report, cold and again. Prints
 * the measurements as JSON. Arguments: file, data folder, repeats.
 */
process.env.ORT_DISABLE_TELEMETRY = '1'

const { monitorEventLoopDelay } = await import('node:perf_hooks')
const { DEFAULT_SETTINGS } = await import('../../contract/import-settings.ts')
const { withEngine } = await import('../with-engine.ts')
type Engine = import('../../engine/engine.ts').Engine
type Window = import('../../contract/windows.ts').Window
type DriftRule = import('../../contract/drift.ts').DriftRule

/** Milliseconds of every repeat, by what was asked. */
export interface MonitorMeasurement {
  readonly leads: number
  readonly ms: Readonly<Record<MonitorQuestion, readonly number[]>>
  /** Fields that drifted: each of them is shuffled. */
  readonly driftedFields: number
  /** Longest time the calling thread did not answer meanwhile. */
  readonly mainStallMs: number
}

/** What is asked. */
export type MonitorQuestion =
  | 'driftSizeAware'
  | 'driftCached'
  | 'driftStatistics'
  | 'leadsBehind'
  | 'timeline'
  | 'latency'
  | 'health'

const [file = '', data = '', repeats = '3'] = process.argv.slice(2)

const measurement = await withEngine({ data }, 'write', async (engine): Promise<MonitorMeasurement> => {
  const { accepted } = await engine.importFile(file, DEFAULT_SETTINGS, {
    job: crypto.randomUUID(),
    signal: new AbortController().signal,
    onProgress: () => {},
  })
  await engine.catchUp()
  // Starts the threads and reads the reference.
  await drift(engine, { kind: 'last', count: 20 }, 'evidently')
  await engine.listLeads({ order: 'best', limit: 1 })
  const stalls = monitorEventLoopDelay({ resolution: 1 })
  stalls.enable()
  const ms: Record<MonitorQuestion, number[]> = {
    driftSizeAware: [],
    driftCached: [],
    driftStatistics: [],
    leadsBehind: [],
    timeline: [],
    latency: [],
    health: [],
  }
  let driftedFields = 0
  for (let repeat = 0; repeat < Number(repeats); repeat += 1) {
    // Another question each time, about the same leads: nothing is remembered of it.
    const window: Window = { kind: 'last', count: accepted + repeat }
    const report = await timed(ms.driftSizeAware, () => drift(engine, window, 'size-aware'))
    await timed(ms.driftCached, () => drift(engine, window, 'size-aware'))
    await timed(ms.driftStatistics, () => drift(engine, window, 'evidently'))
    driftedFields = new Set(
      report.fields.filter(({ verdict }) => verdict === 'drift').map(({ field }) => field),
    ).size
    const condition = { kind: 'missing', field: 'summary' } as const
    await timed(ms.leadsBehind, () =>
      engine.listLeads({ behind: { window, condition }, order: 'best', limit: 50 }),
    )
    await timed(ms.latency, () => engine.latencyReport({ window }))
    await timed(ms.health, () => engine.healthReport())
  }
  await timed(ms.timeline, () => engine.driftTimeline({ step: 'week', rule: 'size-aware' }))
  stalls.disable()
  return { leads: accepted, ms, driftedFields, mainStallMs: stalls.max / 1e6 }
})
process.stdout.write(JSON.stringify(measurement))

function drift(engine: Engine, window: Window, rule: DriftRule) {
  return engine.driftReport({ window, baseline: { kind: 'reference' }, rule })
}

async function timed<T>(into: number[], ask: () => Promise<T>): Promise<T> {
  const began = performance.now()
  const answer = await ask()
  into.push(performance.now() - began)
  return answer
}
