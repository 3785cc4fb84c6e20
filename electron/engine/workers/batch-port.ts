/** The message port between an import and the history thread, as a `BatchSink`. */
import type { MessagePort } from 'node:worker_threads'
import type { BatchSink } from '../history/batch-sink.ts'

/** The import's end of the port. */
export function createPortSink(_port: MessagePort): BatchSink {
  throw new Error('the port sink follows')
}
