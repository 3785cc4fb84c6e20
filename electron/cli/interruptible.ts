/** Work that Ctrl-C ends in good order: what was stored stays, and is said. */
import { randomUUID } from 'node:crypto'
import type { ImportProgress } from '../contract/importing.ts'
import type { JobOptions } from '../engine/engine-options.ts'
import type { CommonOptions } from './with-engine.ts'

/** Runs `work` as a job that the first Ctrl-C cancels; a second one ends the process as always. */
export async function interruptible<T>(
  options: CommonOptions,
  work: (job: JobOptions) => Promise<T>,
): Promise<T> {
  const stop = new AbortController()
  const interrupt = () => stop.abort()
  process.once('SIGINT', interrupt)
  try {
    return await work({
      job: randomUUID(),
      signal: stop.signal,
      onProgress: options.json || !process.stderr.isTTY ? () => {} : showProgress,
    })
  } finally {
    process.off('SIGINT', interrupt)
  }
}

function showProgress({ phase, rows, rowsPerSecond, secondsLeft }: ImportProgress): void {
  const left = secondsLeft === null ? '' : `, ${Math.ceil(secondsLeft)} s left`
  process.stderr.write(`\r${phase} ${rows} rows, ${Math.round(rowsPerSecond)} rows/s${left}    `)
}
