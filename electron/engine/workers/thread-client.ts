/** The caller's side of a thread: starts it on first use, and again after it died. */
import { type MessagePort, Worker } from 'node:worker_threads'
import { Refusal } from '../../contract/result.ts'
import type { OperationTable, ThreadStart } from './operation.ts'
import type { FromThread, ThreadFailure, ToThread } from './thread-message.ts'

export interface CallOptions<Progress> {
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: Progress) => void
  readonly transfer?: readonly (ArrayBuffer | MessagePort)[]
}

export interface ThreadClient<T extends OperationTable<T>> {
  /** Starts the thread before it is asked anything, to save the first caller the wait. */
  start(): void
  /** Asks the thread; rejects with a `Refusal` when the thread refuses, cannot start or dies. */
  call<Name extends keyof T & string>(
    operation: Name,
    request: T[Name]['request'],
    options?: CallOptions<T[Name]['progress']>,
  ): Promise<T[Name]['response']>
  /** Cancels what runs, lets the thread end by itself, and resolves once it has. Calls from then on are refused. */
  stop(): Promise<void>
}

const CLOSED = {
  code: 'closed',
  message: 'The leads are closed: the app is about to quit or to show others.',
  hint: 'Open them again.',
}

interface Pending {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
  readonly onProgress: (progress: unknown) => void
  /** Takes the listener off the caller's signal. */
  readonly settle: () => void
  readonly cancel: () => void
}

interface Running {
  readonly worker: Worker
  readonly pending: Map<number, Pending>
  readonly exited: Promise<void>
}

/**
 * A client of the thread at `entry`. The thread is never terminated: ending a thread from outside while ONNX Runtime
 * runs in it aborts the whole process.
 */
export function createThreadClient<T extends OperationTable<T>>(
  name: string,
  entry: URL,
  start: ThreadStart,
  heapMb = HEAP_MB,
): ThreadClient<T> {
  let running: Running | null = null
  let nextId = 1
  let closed = false

  function ensureRunning(): Running {
    if (running) return running
    const thread = startThread(name, entry, start, heapMb)
    running = thread
    const forget = () => {
      if (running === thread) running = null
    }
    thread.worker.once('exit', forget)
    // A thread that could not start is on its way out: the next call tries a fresh one.
    thread.worker.on('message', (message: FromThread) => message.kind === 'notStarted' && forget())
    return thread
  }

  return {
    start() {
      if (!closed) ensureRunning()
    },
    call(operation, request, options = {}) {
      if (closed) return Promise.reject(new Refusal(CLOSED))
      return new Promise((resolve, reject) => {
        const { worker, pending } = ensureRunning()
        const id = nextId++
        const cancelFlag = new SharedArrayBuffer(4)
        const cancel = () => {
          Atomics.store(new Int32Array(cancelFlag), 0, 1)
          worker.postMessage({ kind: 'cancel', id } satisfies ToThread)
        }
        pending.set(id, {
          resolve: resolve as (value: unknown) => void,
          reject,
          onProgress: (options.onProgress ?? (() => {})) as (progress: unknown) => void,
          settle: () => options.signal?.removeEventListener('abort', cancel),
          cancel,
        })
        // Before the thread knows of the call: it may have answered before this one goes on.
        if (options.signal?.aborted) Atomics.store(new Int32Array(cancelFlag), 0, 1)
        const message: ToThread = { kind: 'call', id, operation, request, cancelFlag }
        worker.postMessage(message, [...(options.transfer ?? [])])
        if (options.signal?.aborted) cancel()
        else options.signal?.addEventListener('abort', cancel, { once: true })
      })
    },
    async stop() {
      closed = true
      if (!running) return
      const { worker, pending, exited } = running
      for (const { cancel } of pending.values()) cancel()
      worker.postMessage({ kind: 'stop' } satisfies ToThread)
      await exited
    },
  }
}

/**
 * Far above what a thread needs: its own limits keep it to some 60 MB. A heap that may grow to gigabytes is swept so
 * rarely that an import's garbage alone would take 100 MB more (measured: 344 against 436 MB resident).
 */
const HEAP_MB = 256
const YOUNG_HEAP_MB = 24

function startThread(name: string, entry: URL, start: ThreadStart, heapMb: number): Running {
  const worker = new Worker(entry, {
    name: `leadlight-${name}`,
    workerData: start,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_HEAP_MB, maxOldGenerationSizeMb: heapMb },
  })
  const pending = new Map<number, Pending>()
  const rejectAll = (error: Error) => {
    for (const call of pending.values()) {
      call.settle()
      call.reject(error)
    }
    pending.clear()
  }
  let death: unknown
  worker.on('message', (message: FromThread) => {
    if (message.kind === 'notStarted') rejectAll(toError(message.failure))
    else settleCall(pending, message)
  })
  worker.on('error', (error) => {
    death = error
  })
  const exited = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      rejectAll(threadDied(name, death))
      resolve()
    })
  })
  return { worker, pending, exited }
}

function settleCall(
  pending: Map<number, Pending>,
  message: Exclude<FromThread, { kind: 'notStarted' }>,
): void {
  const call = pending.get(message.id)
  if (!call) return
  if (message.kind === 'progress') {
    call.onProgress(message.progress)
    return
  }
  pending.delete(message.id)
  call.settle()
  if (message.kind === 'answer') call.resolve(message.value)
  else call.reject(toError(message.failure))
}

function toError(failure: ThreadFailure): Error {
  if (failure.kind === 'refusal') return new Refusal(failure.error)
  const bug = new Error(failure.message)
  if (failure.stack !== undefined) bug.stack = failure.stack
  return bug
}

function threadDied(name: string, cause: unknown): Refusal {
  return new Refusal(
    {
      code: 'engine_stopped',
      message: 'A part of the app stopped unexpectedly while it worked on this.',
      hint: 'Nothing that was saved is lost. Try again.',
      details: { thread: name },
    },
    { cause },
  )
}
