/** Gathers chunks and rejects into groups and hands each to the history as one transaction. */
import type { BatchSink, NewBatch } from '../../history/batch-sink.ts'
import type { FinishedChunk } from '../../history/chunk-builder.ts'
import type { Checkpoint, ChunkReject, LeadChunk, NewCategory } from '../../history/lead-chunk.ts'

/** FULL costs nothing from 1,000 rows a transaction up; with more, a lead somebody types in waits longer (12 ms now). */
const CHUNKS = 2
const REJECTS = 8192
/** Bytes of rows in one group: two groups are under way while a third is filled. */
const BYTES = 8 * 1024 ** 2

/** Time spent on some leads, microseconds. */
export interface StageTimes {
  readonly featuresUs: number
  readonly inferenceUs: number
}

export interface GroupWriter {
  /** Number of the batch, null before the first group. */
  readonly batch: number | null
  /** The checkpoint of the last group handed over. */
  readonly checkpoint: Checkpoint
  readonly full: boolean
  addChunk(finished: FinishedChunk, times: StageTimes, bytes: number): void
  addReject(reject: ChunkReject): void
  /** Hands over what was gathered; `checkpoint` must be the end of exactly these rows. */
  commit(checkpoint: Checkpoint): Promise<void>
  /** Makes the batch known to the history, if that has not happened. */
  open(): Promise<number>
}

const START: Checkpoint = { byteOffset: 0, rows: 0, accepted: 0, rejected: 0, repaired: 0, digest: null }

/** The writer of one import. The batch is opened with its first group: a file refused before leaves no trace. */
export function createGroupWriter(sink: BatchSink, newBatch: NewBatch): GroupWriter {
  let chunks: LeadChunk[] = []
  let newCategories: NewCategory[] = []
  let rejects: ChunkReject[] = []
  let featuresUs = 0
  let inferenceUs = 0
  let bytes = 0
  let batch: number | null = null
  let committed = START

  async function open(): Promise<number> {
    batch ??= (await sink.open(newBatch)).batch
    return batch
  }

  return {
    get batch() {
      return batch
    },
    get checkpoint() {
      return committed
    },
    get full() {
      return chunks.length >= CHUNKS || rejects.length >= REJECTS || bytes >= BYTES
    },
    addChunk(finished, times, rowBytes) {
      chunks.push(finished.chunk)
      newCategories.push(...finished.newCategories)
      featuresUs += times.featuresUs
      inferenceUs += times.inferenceUs
      bytes += rowBytes
    },
    addReject(reject) {
      rejects.push(reject)
      bytes += reject.text.length
    },
    async commit(checkpoint) {
      await open()
      const group = {
        chunks,
        newCategories,
        rejects,
        checkpoint,
        superseded: [],
        findings: null,
        state: null,
        featuresUs,
        inferenceUs,
      }
      chunks = []
      newCategories = []
      rejects = []
      featuresUs = 0
      inferenceUs = 0
      bytes = 0
      committed = checkpoint
      await sink.commit(group)
    },
    open,
  }
}
