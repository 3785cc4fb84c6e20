/** Long work under way, by the id its caller gave it. */
import { refuse } from '../../contract/result.ts'

/** Jobs that can be cancelled. */
export interface Jobs {
  /**
   * Runs work under an id, on what `ready` gives; refuses an id that is taken. It can be cancelled from now on: while it
   * waits for `ready`, which may be an engine that takes seconds to open, it is refused and never begins.
   */
  run<R, T>(
    job: string,
    ready: () => Promise<R>,
    work: (on: R, signal: AbortSignal) => Promise<T>,
  ): Promise<T>
  /** Asks a job to stop; false when there is none. Work that has begun still answers, with what it has done. */
  cancel(job: string): boolean
  /** Asks every job that has begun to stop, and waits until all have. Others may be waiting for who calls this. */
  cancelAll(): Promise<void>
}

interface Running {
  readonly controller: AbortController
  /** null until it begins. */
  settled: Promise<unknown> | null
}

/** Makes the list of what is under way. */
export function createJobs(): Jobs {
  const running = new Map<string, Running>()
  return {
    async run(job, ready, work) {
      if (running.has(job)) refuse('job_exists', 'This is already under way.', 'Wait until it has finished.')
      const controller = new AbortController()
      const one: Running = { controller, settled: null }
      running.set(job, one)
      try {
        const on = await ready()
        if (controller.signal.aborted) refuse('cancelled', 'This was stopped before it began.')
        const result = work(on, controller.signal)
        // Kept only to be waited for: the caller hears of the failure from `result`.
        one.settled = result.catch(() => undefined)
        return await result
      } finally {
        running.delete(job)
      }
    },
    cancel(job) {
      const found = running.get(job)
      found?.controller.abort()
      return found !== undefined
    },
    async cancelAll() {
      const begun = [...running.values()].filter(({ settled }) => settled !== null)
      for (const { controller } of begun) controller.abort()
      await Promise.all(begun.map(({ settled }) => settled))
    },
  }
}
