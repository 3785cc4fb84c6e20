/** The thread's side: answers calls until it is told to stop. */
import { parentPort, workerData } from 'node:worker_threads'
import { Refusal } from '../../contract/result.ts'
import type { OperationTable, ThreadBody, ThreadStart } from './operation.ts'
import type { FromThread, ThreadFailure, ToThread } from './thread-message.ts'

interface RunningCall {
  readonly abort: AbortController
  readonly done: Promise<void>
}

/** Runs a thread entry. When `setUp` fails, every call so far is refused with its reason and the thread ends. */
export function serveThread<T extends OperationTable<T>>(
  setUp: (start: ThreadStart) => Promise<ThreadBody<T>> | ThreadBody<T>,
): void {
  if (!parentPort) throw new Error('a thread entry was run as a program')
  const port = parentPort
  const send = (message: FromThread) => port.postMessage(message)
  const running = new Map<number, RunningCall>()
  const body = (async () => setUp(workerData as ThreadStart))()
  body.catch((error) => {
    send({ kind: 'notStarted', failure: toFailure(error) })
    port.close()
  })

  async function stop(): Promise<void> {
    for (const { abort } of running.values()) abort.abort()
    await Promise.all([...running.values()].map(({ done }) => done))
    await (await body).close()
    port.close()
  }

  port.on('message', (message: ToThread) => {
    if (message.kind === 'cancel') running.get(message.id)?.abort.abort()
    else if (message.kind === 'stop') void stop()
    else {
      const abort = new AbortController()
      const done = answer(body, message, abort.signal, send).finally(() => running.delete(message.id))
      running.set(message.id, { abort, done })
    }
  })
}

async function answer<T extends OperationTable<T>>(
  body: Promise<ThreadBody<T>>,
  call: Extract<ToThread, { kind: 'call' }>,
  signal: AbortSignal,
  send: (message: FromThread) => void,
): Promise<void> {
  const { id } = call
  // A thread that could not start has already said so, once for all calls.
  const ready = await body.catch(() => null)
  if (!ready) return
  const flag = new Int32Array(call.cancelFlag)
  try {
    const handler = ready.handlers[call.operation as keyof T]
    const value = await handler(call.request, {
      signal,
      cancelled: () => signal.aborted || Atomics.load(flag, 0) === 1,
      onProgress: (progress) => send({ kind: 'progress', id, progress }),
    })
    send({ kind: 'answer', id, value })
  } catch (error) {
    send({ kind: 'failure', id, failure: toFailure(error) })
  }
}

function toFailure(error: unknown): ThreadFailure {
  if (error instanceof Refusal) return { kind: 'refusal', error: error.error }
  if (error instanceof Error) return { kind: 'bug', message: error.message, stack: error.stack }
  return { kind: 'bug', message: String(error), stack: undefined }
}
