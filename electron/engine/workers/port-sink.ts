/** The import's end of a batch: a `BatchSink` that sends groups to the history thread, over a message port. */
import type { MessagePort } from 'node:worker_threads'
import { type AppError, Refusal } from '../../contract/result.ts'
import type {
  BatchEnd,
  BatchResult,
  BatchSink,
  GroupCommitted,
  NewBatch,
  OpenedBatch,
  ResumedBatch,
} from '../history/batch-sink.ts'
import { chunkBuffers } from '../history/chunk-builder.ts'
import type { ChunkGroup } from '../history/lead-chunk.ts'
import type { ToHistory, ToImport } from './batch-messages.ts'

/** Groups on their way at most: one being written, one waiting, so that neither side ever waits for a message. */
const GROUPS_IN_FLIGHT = 2

/** The import's end of the port. */
export function createPortSink(port: MessagePort): BatchSink {
  return new PortSink(port)
}

/** A message the import waits for; `check` answers false while it has not come. */
interface Waiting {
  readonly check: () => boolean
  readonly resolve: () => void
  readonly reject: (error: Error) => void
}

class PortSink implements BatchSink {
  onCommitted: ((committed: GroupCommitted) => void) | null = null
  readonly #port: MessagePort
  #opened: OpenedBatch | null = null
  #result: BatchResult | null = null
  #inFlight = 0
  #failure: Refusal | null = null
  #onRanked: (share: number) => void = () => {}
  #waiting: Waiting | null = null

  constructor(port: MessagePort) {
    this.#port = port
    port.on('message', (message: ToImport) => this.#receive(message))
    port.on('close', () => this.#fail(HISTORY_GONE))
  }

  async open(batch: NewBatch | ResumedBatch): Promise<OpenedBatch> {
    this.#send({ kind: 'open', batch })
    await this.#until(() => this.#opened !== null)
    if (!this.#opened) throw new Error('the batch was not opened')
    return this.#opened
  }

  async commit(group: ChunkGroup): Promise<void> {
    this.#throwFailure()
    this.#inFlight += 1
    this.#send({ kind: 'group', group }, group.chunks.flatMap(chunkBuffers))
    await this.#until(() => this.#inFlight < GROUPS_IN_FLIGHT)
  }

  async finish(end: BatchEnd, onRanked: (share: number) => void, leave?: AbortSignal): Promise<BatchResult> {
    this.#onRanked = onRanked
    await this.#until(() => this.#inFlight === 0)
    this.#send({ kind: 'end', end })
    const tellLeave = () => this.#send({ kind: 'leave' })
    if (leave?.aborted) tellLeave()
    leave?.addEventListener('abort', tellLeave, { once: true })
    await this.#until(() => this.#result !== null).finally(() =>
      leave?.removeEventListener('abort', tellLeave),
    )
    if (!this.#result) throw new Error('the batch was not ended')
    return this.#result
  }

  close(): void {
    this.#port.close()
  }

  #receive(message: ToImport): void {
    switch (message.kind) {
      case 'opened':
        this.#opened = message.opened
        break
      case 'committed':
        this.#inFlight -= 1
        this.onCommitted?.(message.committed)
        break
      case 'ranked':
        this.#onRanked(message.share)
        break
      case 'ended':
        this.#result = message.result
        break
      case 'failed':
        this.#fail(message.error)
    }
    this.#settle()
  }

  #fail(error: AppError): void {
    if (this.#result === null) this.#failure ??= new Refusal(error)
    this.#settle()
  }

  #settle(): void {
    const waiting = this.#waiting
    if (!waiting) return
    if (this.#failure) waiting.reject(this.#failure)
    else if (waiting.check()) waiting.resolve()
    else return
    this.#waiting = null
  }

  #until(check: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting = { check, resolve, reject }
      this.#settle()
    })
  }

  #throwFailure(): void {
    if (this.#failure) throw this.#failure
  }

  #send(message: ToHistory, transfer: readonly ArrayBuffer[] = []): void {
    this.#port.postMessage(message, transfer)
  }
}

const HISTORY_GONE: AppError = {
  code: 'engine_stopped',
  message: 'The part of the app that stores leads stopped unexpectedly.',
  hint: 'What was stored before is safe. Try again.',
}
