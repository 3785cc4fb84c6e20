/**
 * Cancelling and undoing in a process of its own. Imports a file and cancels half-way, undoes that; imports another
 * file to its end and undoes it; prints what that took as JSON. Arguments: large file, small file, data folder.
 */
process.env.ORT_DISABLE_TELEMETRY = '1'

const { DEFAULT_SETTINGS } = await import('../../contract/import-settings.ts')
const { withBuiltEngine } = await import('./built-engine.ts')

/** What taking an import back took. */
export interface TakeBackMeasurement {
  /** From the cancelling to the summary, ms. */
  readonly cancelMs: number
  readonly cancelledRows: number
  /** Undo of the small file's leads. */
  readonly undoneRows: number
  readonly undoSeconds: number
}

const [large = '', small = '', data = ''] = process.argv.slice(2)
/** Far enough in for every queue to be full. */
const CANCEL_AFTER_ROWS = 20_000
const job = () => crypto.randomUUID()
const idle = () => ({ job: job(), signal: new AbortController().signal, onProgress: () => {} })

const measurement = await withBuiltEngine(data, async (engine): Promise<TakeBackMeasurement> => {
  const stop = new AbortController()
  let cancelledAt = 0
  const cancelled = await engine.importFile(large, DEFAULT_SETTINGS, {
    job: job(),
    signal: stop.signal,
    onProgress: ({ rows }) => {
      if (rows < CANCEL_AFTER_ROWS || cancelledAt > 0) return
      cancelledAt = performance.now()
      stop.abort()
    },
  })
  const cancelMs = performance.now() - cancelledAt
  if (!cancelled.cancelled) throw new Error('the import ended before it could be cancelled')
  await engine.undoBatch(cancelled.batch, idle())

  const { batch } = await engine.importFile(small, DEFAULT_SETTINGS, idle())
  const began = performance.now()
  const { removed } = await engine.undoBatch(batch, idle())
  return {
    cancelMs,
    cancelledRows: cancelled.rows,
    undoneRows: removed,
    undoSeconds: (performance.now() - began) / 1000,
  }
})
process.stdout.write(JSON.stringify(measurement))
