/** The body of the history thread: scores single leads, and is the only writer. */
import { Refusal, refuse } from '../../contract/result.ts'
import { systemClock } from '../platform/clock.ts'
import { systemFiles } from '../platform/files.ts'
import { bundledModelFolder, readBundle, readManifest } from '../registry/read-bundle.ts'
import { loadModelOnce } from '../scoring/load-model-once.ts'
import { openModel } from '../scoring/open-model.ts'
import type { HistoryOperations } from '../workers/history-operations.ts'
import type { ThreadBody, ThreadStart } from '../workers/operation.ts'
import { serveBatch } from '../workers/serve-batch.ts'
import { BatchWriter } from './batch-writer.ts'
import type { HistoryWriter } from './history-writer.ts'
import { previewLead, saveLead } from './lead-writer.ts'
import { noteFailure } from './note-failure.ts'
import { type OpenHistory, openHistory } from './open-history.ts'
import { createMonitorWrites } from './serve-monitor-writes.ts'
import { undoBatch } from './undo-batch.ts'
import { createUndoMeter } from './undo-meter.ts'

/** Opens the history (with `write` access) and answers until the thread is stopped. */
export async function serveHistory({
  dataDir,
  resourcesDir,
  access,
}: ThreadStart): Promise<ThreadBody<HistoryOperations>> {
  const folder = bundledModelFolder(resourcesDir)
  const clock = systemClock
  const history =
    access === 'write'
      ? await openHistory(dataDir, readManifest(folder, systemFiles), { files: systemFiles, clock })
      : null
  const model = loadModelOnce(() => openModel(readBundle(folder, systemFiles)))
  let stopping = false
  // The window will want a score soon, and loading takes longer than all the rest; a failure is told to who asks.
  if (history) model.get().catch(() => {})
  let background = workOff(history, () => stopping)
  const catchUp = () => {
    background = background.then(() => workOff(history, () => stopping))
    return background
  }

  /** A model that cannot be opened is a failed scoring, too. */
  const modelFor = async (writer: HistoryWriter) => {
    try {
      return await model.get()
    } catch (error) {
      noteFailure(writer, { kind: 'lead', batch: null }, error, clock)
      throw error
    }
  }

  return {
    handlers: {
      ...createMonitorWrites(() => (history ?? refuseReadOnly()).writer, clock),
      ready: () => ({}),
      previewLead: async ({ fields }) => previewLead(await model.get(), fields, clock),
      saveLead: async (lead) => {
        const { writer } = history ?? refuseReadOnly()
        const saved = await writer.turns.lead(async () =>
          saveLead(writer, await modelFor(writer), lead, clock),
        )
        setImmediate(() => followUp(writer))
        return saved
      },
      receiveBatch: async ({ port }, { cancelled }) => {
        const { writer } = history ?? refuseReadOnly()
        const batch = new BatchWriter(writer, clock, cancelled)
        await serveBatch(port, batch, () => writer.turns.pause())
        void catchUp()
        return { batch: batch.number, accepted: batch.stored, failureNoted: batch.failureNoted }
      },
      noteFailedImport: ({ batch, error }) => {
        const { writer } = history ?? refuseReadOnly()
        noteFailure(writer, { kind: 'import', batch }, new Refusal(error), clock)
        return {}
      },
      catchUp: async (_, { signal }) => {
        // The work goes on in the background; only waiting for it is given up.
        const givenUp = new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
        await Promise.race([catchUp(), givenUp])
        return {}
      },
      undoBatch: async ({ batch, job }, { cancelled, onProgress }) => {
        const { writer } = history ?? refuseReadOnly()
        const meter = createUndoMeter({ batch, job }, clock, onProgress)
        try {
          return await undoBatch(writer, batch, { onProgress: meter, stopped: cancelled })
        } finally {
          // Half undone, because nobody waits any more or the disk was full, it goes on there.
          void catchUp()
        }
      },
    },
    async close() {
      stopping = true
      await background
      await model.release()
      history?.close()
    },
  }
}

/** Ends what was left half done, by the last run of the app or by this one. */
async function workOff(history: OpenHistory | null, stopped: () => boolean): Promise<void> {
  await history?.undoLeftOver(stopped)
  await history?.catchUp(stopped)
}

/** Never throws: it runs after the answer, and what could not be written is tried again with the next lead. */
function followUp(writer: HistoryWriter): void {
  try {
    writer.followUp()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}

function refuseReadOnly(): never {
  refuse('read_only', 'The history was opened for reading only.')
}
