/**
 * One import in a process of its own, so that its memory and CPU time are its own: inspects a file, as the window does,
 * imports it into a new data folder, waits until it is searchable, and prints what that took as JSON. A third argument has
 * a single lead saved so many milliseconds after the one before, all the while. Arguments: file, data folder, pause.
 */
process.env.ORT_DISABLE_TELEMETRY = '1'

const { statSync } = await import('node:fs')
const { join } = await import('node:path')
const { monitorEventLoopDelay } = await import('node:perf_hooks')
const { setTimeout: sleep } = await import('node:timers/promises')
const { DEFAULT_SETTINGS } = await import('../../contract/import-settings.ts')
const { NOBODY } = await import('../../contract/lead.ts')
const { withBuiltEngine } = await import('./built-engine.ts')

/** What one import took. */
export interface ImportMeasurement {
  readonly rows: number
  readonly accepted: number
  /** Until the import was reported: checked, scored, stored, ranked. */
  readonly seconds: number
  readonly cpuSeconds: number
  /** From then on, until every lead could be found by its words. */
  readonly searchSeconds: number
  readonly searchCpuSeconds: number
  /** Most resident memory of the whole process, MB (10^6 bytes). */
  readonly peakMb: number
  readonly databaseBytes: number
  /** Milliseconds of the single leads saved meanwhile. */
  readonly leadMs: readonly number[]
  /** Longest stall of the main thread, ms. */
  readonly mainStallMs: number
}

const [file = '', data = '', pause = ''] = process.argv.slice(2)

const taken = await withBuiltEngine(
  data,
  async (engine): Promise<Omit<ImportMeasurement, 'databaseBytes'>> => {
    // Loads the model, so that the first lead measured is not the first one ever.
    await engine.saveLead({ jobtitle: 'CEO' }, NOBODY)
    await engine.inspectFile(file, DEFAULT_SETTINGS)
    const leadMs: number[] = []
    let importing = pause !== ''
    const savingLeads = (async () => {
      while (importing) {
        const began = performance.now()
        await engine.saveLead({ jobtitle: 'Sales Manager', llm_quality: leadMs.length % 100 }, NOBODY)
        leadMs.push(performance.now() - began)
        await sleep(Number(pause))
      }
    })()
    const stalls = monitorEventLoopDelay({ resolution: 1 })
    stalls.enable()
    const takenByImport = stopwatch()
    const { rows, accepted } = await engine.importFile(file, DEFAULT_SETTINGS, {
      job: crypto.randomUUID(),
      signal: new AbortController().signal,
      onProgress: () => {},
    })
    const { seconds, cpuSeconds } = takenByImport()
    stalls.disable()
    importing = false
    await savingLeads
    const takenBySearch = stopwatch()
    await engine.catchUp()
    const search = takenBySearch()
    return {
      rows,
      accepted,
      seconds,
      cpuSeconds,
      searchSeconds: search.seconds,
      searchCpuSeconds: search.cpuSeconds,
      peakMb: (process.resourceUsage().maxRSS * 1024) / 1e6,
      leadMs,
      mainStallMs: stalls.max / 1e6,
    }
  },
)
// Only now is everything in the file itself.
const databaseBytes = statSync(join(data, 'leadlight.db')).size
process.stdout.write(JSON.stringify({ ...taken, databaseBytes } satisfies ImportMeasurement))

/** Starts measuring; the function given back says what was taken since, all threads together. */
function stopwatch(): () => { readonly seconds: number; readonly cpuSeconds: number } {
  const cpuBefore = process.cpuUsage()
  const began = performance.now()
  return () => {
    const { user, system } = process.cpuUsage(cpuBefore)
    return { seconds: (performance.now() - began) / 1000, cpuSeconds: (user + system) / 1e6 }
  }
}
