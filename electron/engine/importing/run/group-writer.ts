/** Gathers chunks and rejects into groups and hands each to the history as one transaction. */
import type { BatchSink, NewBatch } from '../../history/batch-sink.ts'
import type { FinishedChunk } from '../../history/chunk-builder.ts'
import type { Checkpoint, ChunkReject, LeadChunk, NewCategory } from '../../history/lead-chunk.ts'
import type { LeadIntake } from './lead-intake.ts'

/** FULL costs nothing from 1,000 rows a transaction up; with more, a lead somebody types in waits longer. */
const CHUNKS = 1
const REJECTS = 8192
/** Bytes of rows in one group: two groups are under way while a third is filled. */
const BYTES = 8 * 1024 ** 2

/** Time spent on some leads, microseconds. */
export interface StageTimes {
  readonly featuresUs: number
  readonly inferenceUs: number
}

/** What a group says of the rows so far. */
export type SaidSoFar = Pick<LeadIntake, 'findings' | 'save' | 'changes' | 'duplicates'>

/** A batch that goes on, and where. */
export interface GoingOn {
  readonly batch: number
  readonly checkpoint: Checkpoint
  readonly filePath: string | null
}

export interface GroupWriter {
  /** Number of the batch, null before the first group. */
  readonly batch: number | null
  /** Leads of the batch that are on disk, as far as that was acknowledged. */
  readonly stored: number
  /** The checkpoint of the last group handed over. */
  readonly checkpoint: Checkpoint
  readonly full: boolean
  addChunk(finished: FinishedChunk, times: StageTimes, bytes: number): void
  addReject(reject: ChunkReject): void
  /** Hands over what was gathered; `checkpoint` must be the end of exactly these rows. */
  commit(checkpoint: Checkpoint, said: SaidSoFar): Promise<void>
  /** Makes the batch known to the history, if that has not happened. */
  open(): Promise<number>
}

const START: Checkpoint = { byteOffset: 0, rows: 0, accepted: 0, rejected: 0, repaired: 0, digest: null }

/** The writer of one import. A new batch is opened with its first group: a file refused before leaves no trace. */
export function createGroupWriter(sink: BatchSink, begin: NewBatch | GoingOn): GroupWriter {
  const goingOn = 'checkpoint' in begin ? begin : null
  const opening = 'checkpoint' in begin ? { resume: begin.batch, filePath: begin.filePath } : begin
  let chunks: LeadChunk[] = []
  let newCategories: NewCategory[] = []
  let rejects: ChunkReject[] = []
  let featuresUs = 0
  let inferenceUs = 0
  let bytes = 0
  let batch: number | null = null
  let committed = goingOn?.checkpoint ?? START
  let stored = committed.accepted
  let changesStored = -1
  sink.onCommitted = (acknowledged) => {
    stored = acknowledged.committed
  }

  async function open(): Promise<number> {
    batch ??= (await sink.open(opening)).batch
    return batch
  }

  return {
    get batch() {
      return batch
    },
    get stored() {
      return stored
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
    async commit(checkpoint, said) {
      await open()
      const changed = said.changes !== changesStored
      changesStored = said.changes
      const group = {
        chunks,
        newCategories,
        rejects,
        checkpoint,
        superseded: said.duplicates?.takeSuperseded() ?? [],
        findings: changed ? said.findings() : null,
        state: changed ? said.save() : null,
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
