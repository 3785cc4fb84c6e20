/** The two ends of an import brought together: the thread that reads a file and the one that stores what was read. */
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import type { ImportSummary } from '../contract/importing.ts'
import { Refusal, toAppError } from '../contract/result.ts'
import { isFailureOfScoring } from './importing/run/failure-of-scoring.ts'
import { nameStoredLeads } from './importing/run/name-stored-leads.ts'
import type { HistoryOperations, ReceivedBatch } from './workers/history-operations.ts'
import type { ThreadClient } from './workers/thread-client.ts'

/** Runs an import with a port of its own to the history thread, and waits for both ends. */
export async function importIntoHistory(
  history: ThreadClient<HistoryOperations>,
  run: (port: MessagePort) => Promise<ImportSummary>,
): Promise<ImportSummary> {
  const { port1, port2 } = new MessageChannel()
  const received = history.call('receiveBatch', { port: port2 }, { transfer: [port2] })
  // A port that nobody took would keep the import waiting.
  received.catch(() => port2.close())
  try {
    const summary = await run(port1)
    await received
    return summary
  } catch (error) {
    // For where it never got to the other thread: then nobody else ends what the history thread waits for.
    port1.close()
    const reason = await whyItFailed(error, received)
    if (isFailureOfScoring(reason)) await noteFailure(history, received, reason)
    throw reason
  }
}

/** An import thread that died could not say what it had stored; where the history thread died, that one knows why. */
async function whyItFailed(reason: unknown, received: Promise<ReceivedBatch>): Promise<unknown> {
  if (!(reason instanceof Refusal)) return reason
  const { code, details } = reason.error
  if (code !== 'engine_stopped' || details?.batch !== undefined) return reason
  try {
    const { batch, accepted } = await received
    return batch === null ? reason : nameStoredLeads(reason, { batch, accepted })
  } catch (error) {
    return error
  }
}

/** The import thread cannot write; what it failed at is part of the app's health all the same. Never fails itself. */
async function noteFailure(
  history: ThreadClient<HistoryOperations>,
  received: Promise<ReceivedBatch>,
  reason: unknown,
): Promise<void> {
  try {
    const { batch, failureNoted } = await received.catch(() => ({ batch: null, failureNoted: false }))
    if (!failureNoted) await history.call('noteFailedImport', { batch, error: toAppError(reason) })
  } catch {
    // The history cannot be written to, or is being closed; the caller hears of the first error.
  }
}
