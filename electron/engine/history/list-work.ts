/** Who may change the lists in bulk: ranking, filling the search, undoing and going on with a batch, one at a time. */
export class ListWork {
  #last: Promise<unknown> = Promise.resolve()
  #waiting = 0

  /** Whether somebody waits: work in the background asks between slices, gives way, and queues up again. */
  get wanted(): boolean {
    return this.#waiting > 0
  }

  /** Runs `work` when all that came before has ended. */
  exclusive<T>(work: () => Promise<T>): Promise<T> {
    this.#waiting += 1
    const begin = () => {
      this.#waiting -= 1
      return work()
    }
    const done = this.#last.then(begin)
    // How it ends is for the one who asked for it.
    this.#last = done.catch(() => {})
    return done
  }
}
