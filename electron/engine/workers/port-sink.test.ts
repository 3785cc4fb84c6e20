import { setImmediate as nextRound } from 'node:timers/promises'
import { MessageChannel } from 'node:worker_threads'
import { describe, expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../../contract/import-settings.ts'
import type { BatchResult, GroupCommitted, NewBatch } from '../history/batch-sink.ts'
import type { ChunkGroup } from '../history/lead-chunk.ts'
import { createPortSink } from './port-sink.ts'
import { type BatchReceiver, serveBatch } from './serve-batch.ts'

const result: BatchResult = { accepted: 0, meanScore: null, bands: { hot: 0, warm: 0, cold: 0 } }
const newBatch: NewBatch = {
  fileName: 'leads.csv',
  filePath: null,
  fileBytes: 1,
  headerSignature: '',
  headers: [],
  headerText: '',
  mapping: [],
  settings: DEFAULT_SETTINGS,
}
const group = (rows: number): ChunkGroup => ({
  chunks: [],
  newCategories: [],
  rejects: [],
  checkpoint: { byteOffset: 0, rows, accepted: 0, rejected: rows, repaired: 0, digest: null },
  superseded: [],
  findings: null,
  state: null,
  featuresUs: 0,
  inferenceUs: 0,
})

/** Both ends of a port; the history's end writes down what it is told. */
function connect(receiver: Partial<BatchReceiver> = {}, pause = async () => {}) {
  const { port1, port2 } = new MessageChannel()
  const events: string[] = []
  const served = serveBatch(
    port2,
    {
      open: () => ({ batch: 7 }),
      resume: async ({ resume }) => ({ batch: resume }),
      commit: ({ checkpoint }): GroupCommitted => {
        events.push(`commit ${checkpoint.rows}`)
        return { firstId: 1, count: 0, committed: checkpoint.rows }
      },
      finish: async (_, onRanked) => {
        events.push('finish')
        onRanked(1)
        return result
      },
      abandon: async () => {
        events.push('abandon')
      },
      ...receiver,
    },
    pause,
  )
  return { sink: createPortSink(port1), events, served }
}

describe('a batch over a port', () => {
  test('is opened, filled in order, finished and let go', async () => {
    const { sink, events, served } = connect()
    const committed: number[] = []
    sink.onCommitted = (acknowledged) => committed.push(acknowledged.committed)
    expect(await sink.open(newBatch)).toEqual({ batch: 7 })
    for (const rows of [1, 2, 3, 4]) await sink.commit(group(rows))
    const shares: number[] = []
    expect(await sink.finish({ state: 'done', findings: [] }, (share) => shares.push(share))).toEqual(result)
    sink.close()
    await served
    expect(events).toEqual(['commit 1', 'commit 2', 'commit 3', 'commit 4', 'finish', 'abandon'])
    expect(committed).toEqual([1, 2, 3, 4])
    expect(shares).toEqual([1])
  })

  test('is not waited for any longer once the import leaves', async () => {
    const { sink } = connect({
      finish: async (_, onRanked, left) => {
        onRanked(0.5)
        while (!left()) await nextRound()
        return result
      },
    })
    await sink.open(newBatch)
    const leave = new AbortController()
    const ended = sink.finish({ state: 'done', findings: [] }, () => leave.abort(), leave.signal)
    expect(await ended).toEqual(result)
    sink.close()
  })

  test('that stopped goes on under its own number', async () => {
    const { sink } = connect()
    expect(await sink.open({ resume: 3, filePath: null })).toEqual({ batch: 3 })
    sink.close()
  })

  test('has at most two groups on their way', async () => {
    const gate = Promise.withResolvers<void>()
    const { sink, events } = connect({}, () => gate.promise)
    await sink.open(newBatch)
    await sink.commit(group(1))
    let second = 'waiting'
    const sent = sink.commit(group(2)).then(() => {
      second = 'sent'
    })
    expect(second).toBe('waiting')
    expect(events).toEqual([])
    gate.resolve()
    await sent
    expect(events).toContain('commit 1')
    sink.close()
  })

  test('ends at the first group that could not be stored: none is stored after it', async () => {
    const { sink, events } = connect({
      commit: ({ checkpoint }) => {
        if (checkpoint.rows === 1) throw new Error('the disk is full')
        events.push(`commit ${checkpoint.rows}`)
        return { firstId: 1, count: 0, committed: 0 }
      },
    })
    await sink.open(newBatch)
    const sending = (async () => {
      for (const rows of [1, 2, 3]) await sink.commit(group(rows))
    })()
    await expect(sending).rejects.toThrow('the disk is full')
    await expect(sink.commit(group(4))).rejects.toThrow('the disk is full')
    sink.close()
    expect(events).toEqual([])
  })

  test('fails with a sentence when the history goes away', async () => {
    const { port1, port2 } = new MessageChannel()
    const sink = createPortSink(port1)
    const opening = sink.open(newBatch)
    port2.close()
    await expect(opening).rejects.toMatchObject({ error: { code: 'engine_stopped' } })
  })
})
