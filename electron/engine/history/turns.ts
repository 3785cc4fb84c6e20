/** Who may use the writing thread: a lead somebody waits for goes before the next portion of a bulk job. */
import { setImmediate as nextRound } from 'node:timers/promises'

/** Lets single leads go before bulk jobs. */
export class Turns {
  #leads = 0
  #whenNone: (() => void)[] = []

  /** Runs the scoring of a single lead; bulk jobs wait for its end at their next pause. */
  async lead<T>(work: () => Promise<T>): Promise<T> {
    this.#leads += 1
    try {
      return await work()
    } finally {
      this.#leads -= 1
      if (this.#leads === 0) for (const resume of this.#whenNone.splice(0)) resume()
    }
  }

  /** Called by a bulk job between two portions. */
  async pause(): Promise<void> {
    // One round of the event loop, so that messages that came in meanwhile are seen.
    await nextRound()
    while (this.#leads > 0) await new Promise<void>((resume) => this.#whenNone.push(resume))
  }
}
