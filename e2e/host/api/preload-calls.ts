/** Calls from the host into the preload's world of one page. */
import { acceleratorKeys } from './menu.ts'
import type { PageTarget } from './page-target.ts'

/** Calls are kept while there is no world to call: before the first document, and between documents. */
export class PreloadCalls {
  readonly #page: () => Promise<PageTarget> | null
  #worldId: number | null = null
  #queue: string[] = []

  constructor(page: () => Promise<PageTarget> | null) {
    this.#page = page
  }

  /** A document has a new world. */
  open(worldId: number): void {
    this.#worldId = worldId
    const waiting = this.#queue
    this.#queue = []
    this.tellAccelerators()
    for (const call of waiting) this.#call(call)
  }

  /** The document has gone, and its world with it. */
  close(): void {
    this.#worldId = null
  }

  /** Delivers a message to the preload's listeners; `text` is its encoded arguments. */
  event(channel: string, text: string): void {
    this.#call(`event(${JSON.stringify(channel)}, ${JSON.stringify(text)})`)
  }

  tellAccelerators(): void {
    this.#call(`setAccelerators(${JSON.stringify(acceleratorKeys())})`)
  }

  #call(call: string): void {
    if (this.#worldId === null) {
      this.#queue.push(call)
      return
    }
    const contextId = this.#worldId
    void this.#page()
      ?.then((page) => page.send('Runtime.evaluate', { expression: `__electronDouble.${call}`, contextId }))
      // The document may have gone meanwhile.
      .catch(() => undefined)
  }
}
