/** Long work under way, by the id its caller gave it. */
import { refuse } from '../../contract/result.ts'

/** Jobs that can be cancelled. */
export interface Jobs {
  /** Runs work under an id; refuses an id that is taken. */
  run<T>(job: string, work: (signal: AbortSignal) => Promise<T>): Promise<T>
  /** Asks a job to stop; false when there is none. Its work still answers, with what it has done. */
  cancel(job: string): boolean
  /** Asks every job to stop and waits until all have. */
  cancelAll(): Promise<void>
}

interface Running {
  readonly controller: AbortController
  readonly settled: Promise<unknown>
}

/** Makes the list of what is under way. */
export function createJobs(): Jobs {
  const running = new Map<string, Running>()
  return {
    async run(job, work) {
      if (running.has(job)) refuse('job_exists', 'This is already under way.', 'Wait until it has finished.')
      const controller = new AbortController()
      const result = work(controller.signal)
      // Kept only to be waited for: the caller hears of the failure from `result`.
      running.set(job, { controller, settled: result.catch(() => undefined) })
      return result.finally(() => running.delete(job))
    },
    cancel(job) {
      const found = running.get(job)
      found?.controller.abort()
      return found !== undefined
    },
    async cancelAll() {
      const all = [...running.values()]
      for (const { controller } of all) controller.abort()
      await Promise.all(all.map(({ settled }) => settled))
    },
  }
}
