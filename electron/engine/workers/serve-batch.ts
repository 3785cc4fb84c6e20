/** The history's end of a batch: receives its groups over a message port, in order. */
import type { MessagePort } from 'node:worker_threads'
import { toAppError } from '../../contract/result.ts'
import type {
  BatchEnd,
  BatchResult,
  GroupCommitted,
  NewBatch,
  OpenedBatch,
  ResumedBatch,
} from '../history/batch-sink.ts'
import type { ChunkGroup } from '../history/lead-chunk.ts'
import type { ToHistory, ToImport } from './batch-messages.ts'

/** What the history does with a batch. */
export interface BatchReceiver {
  open(batch: NewBatch): OpenedBatch
  /** Goes on with a batch that stopped. */
  resume(batch: ResumedBatch): Promise<OpenedBatch>
  commit(group: ChunkGroup): GroupCommitted
  /** `left` answers true once nobody waits for the ranking any more. */
  finish(end: BatchEnd, onRanked: (share: number) => void, left: () => boolean): Promise<BatchResult>
  /** The import went away; does nothing after `finish`. */
  abandon(): Promise<void>
}

/**
 * The history's end of the port: hands each message to `receiver`, in order, with a `pause` before each group.
 * Resolves when the batch has ended or the import is gone.
 */
export function serveBatch(
  port: MessagePort,
  receiver: BatchReceiver,
  pause: () => Promise<void>,
): Promise<void> {
  const send = (message: ToImport) => port.postMessage(message)
  let left = false
  async function handle(message: ToHistory): Promise<void> {
    switch (message.kind) {
      case 'open': {
        const { batch } = message
        const opened = 'resume' in batch ? await receiver.resume(batch) : receiver.open(batch)
        send({ kind: 'opened', opened })
        break
      }
      case 'group':
        await pause()
        send({ kind: 'committed', committed: receiver.commit(message.group) })
        break
      case 'end': {
        const onRanked = (share: number) => send({ kind: 'ranked', share })
        send({ kind: 'ended', result: await receiver.finish(message.end, onRanked, () => left) })
        break
      }
      case 'leave':
        break
    }
  }
  return new Promise((resolve, reject) => {
    let queue = Promise.resolve()
    let failed = false
    port.on('message', (message: ToHistory) => {
      // Seen at once, while the end is still being handled.
      left ||= message.kind === 'leave'
      queue = queue.then(async () => {
        // After one group was lost, storing a later one would leave a hole.
        if (failed) return
        try {
          await handle(message)
        } catch (error) {
          failed = true
          send({ kind: 'failed', error: toAppError(error) })
        }
      })
    })
    port.on('close', () => {
      queue.then(() => receiver.abandon()).then(resolve, reject)
    })
  })
}
