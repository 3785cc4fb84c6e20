/**
 * One import in a process of its own, so that its memory and CPU time are its own: imports a file into a new data
 * folder, saves a single lead every 20 ms meanwhile, and prints what that took as JSON.
 * Arguments: file, data folder.
 */
process.env.ORT_DISABLE_TELEMETRY = '1'

const { statSync } = await import('node:fs')
const { join } = await import('node:path')
const { monitorEventLoopDelay } = await import('node:perf_hooks')
const { setTimeout: sleep } = await import('node:timers/promises')
const { DEFAULT_SETTINGS } = await import('../../contract/import-settings.ts')
const { NOBODY } = await import('../../contract/lead.ts')
const { withEngine } = await import('../with-engine.ts')

/** What one import took. */
export interface ImportMeasurement {
  readonly rows: number
  readonly accepted: number
  readonly seconds: number
  readonly cpuSeconds: number
  /** Most resident memory of the whole process, MB (10^6 bytes). */
  readonly peakMb: number
  readonly databaseBytes: number
  /** Milliseconds of the single leads saved meanwhile. */
  readonly leadMs: readonly number[]
  /** Longest stall of the main thread, ms. */
  readonly mainStallMs: number
}

const LEAD_EVERY_MS = 20
const [file = '', data = ''] = process.argv.slice(2)

const measurement = await withEngine({ data }, 'write', async (engine): Promise<ImportMeasurement> => {
  // Loads the model, so that the first lead measured is not the first one ever.
  await engine.saveLead({ jobtitle: 'CEO' }, NOBODY)
  const leadMs: number[] = []
  let importing = true
  const savingLeads = (async () => {
    while (importing) {
      const began = performance.now()
      await engine.saveLead({ jobtitle: 'Sales Manager', llm_quality: leadMs.length % 100 }, NOBODY)
      leadMs.push(performance.now() - began)
      await sleep(LEAD_EVERY_MS)
    }
  })()
  const stalls = monitorEventLoopDelay({ resolution: 1 })
  stalls.enable()
  const cpuBefore = process.cpuUsage()
  const began = performance.now()
  const { rows, accepted } = await engine.importFile(file, DEFAULT_SETTINGS, {
    job: crypto.randomUUID(),
    signal: new AbortController().signal,
    onProgress: () => {},
  })
  const seconds = (performance.now() - began) / 1000
  const cpu = process.cpuUsage(cpuBefore)
  stalls.disable()
  importing = false
  await savingLeads
  return {
    rows,
    accepted,
    seconds,
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
    peakMb: (process.resourceUsage().maxRSS * 1024) / 1e6,
    databaseBytes: statSync(join(data, 'leadlight.db')).size,
    leadMs,
    mainStallMs: stalls.max / 1e6,
  }
})
process.stdout.write(JSON.stringify(measurement))
