/** The history's end of an import: a `BatchSink` that writes. */
import type { Finding } from '../../contract/importing.ts'
import { Refusal, refuse } from '../../contract/result.ts'
import type { Clock } from '../platform/clock.ts'
import { countBands } from './batch-list.ts'
import { BatchRows } from './batch-rows.ts'
import type {
  BatchEnd,
  BatchResult,
  GroupCommitted,
  NewBatch,
  OpenedBatch,
  ResumedBatch,
} from './batch-sink.ts'
import type { RunState } from './batches.ts'
import { CodeTranslation } from './dictionary.ts'
import { asRefusal, type HistoryWriter } from './history-writer.ts'
import type { ChunkGroup } from './lead-chunk.ts'
import { noteFailure } from './note-failure.ts'
import { rankBatch } from './rank-batch.ts'
import { readResumable } from './resumable-batch.ts'

/** One batch being written. */
export class BatchWriter {
  readonly #history: HistoryWriter
  readonly #clock: Clock
  readonly #translation: CodeTranslation
  readonly #stopped: () => boolean
  #batch: number | null = null
  #rows: BatchRows | null = null
  #committed = 0
  #ended = false
  #failureNoted = false

  /** `stopped` is asked while ranking: true leaves the rest to the next start of the app. */
  constructor(history: HistoryWriter, clock: Clock, stopped: () => boolean) {
    this.#history = history
    this.#clock = clock
    this.#stopped = stopped
    const names = history.manifest.fields.map(({ name }) => name)
    this.#translation = new CodeTranslation(names, history.dictionary)
  }

  /** The batch's number once it is open. */
  get number(): number | null {
    return this.#batch
  }

  /** Leads of the batch that are on disk. */
  get stored(): number {
    return this.#committed
  }

  /** Whether storing failed, which is written down then. */
  get failureNoted(): boolean {
    return this.#failureNoted
  }

  open(batch: NewBatch): OpenedBatch {
    const { batches, modelNumber, transaction } = this.#history
    const start = () => transaction(() => batches.start(batch, modelNumber, this.#clock.nowMs()))
    try {
      return this.#begin(start, 0)
    } catch (error) {
      this.#noteFailure(null, error)
      throw error
    }
  }

  /** Goes on with a batch that stopped, from its stored checkpoint; refuses one that cannot go on. */
  resume({ resume: batch, filePath }: ResumedBatch): Promise<OpenedBatch> {
    const { db, batches, modelDigest, lists, transaction } = this.#history
    // What is still being ranked of it ends first.
    return lists.exclusive(async () => {
      const { checkpoint } = readResumable(db, batch, modelDigest)
      const goOn = () => {
        transaction(() => batches.goOn(batch, filePath))
        return batch
      }
      return this.#begin(goOn, checkpoint.accepted)
    })
  }

  #begin(start: () => number, committed: number): OpenedBatch {
    if (this.#batch !== null) throw new Error('a batch is opened once')
    const batch = start()
    this.#batch = batch
    this.#committed = committed
    this.#rows = new BatchRows(this.#history.db, batch)
    this.#history.imports.add(batch)
    return { batch }
  }

  /** Stores a group in one transaction: all of it is on disk when this returns, or nothing. */
  commit(group: ChunkGroup): GroupCommitted {
    const batch = this.#requireBatch()
    const { operations, dictionary, transaction } = this.#history
    const startedUs = this.#clock.elapsedUs()
    try {
      const { firstId, count, operation } = transaction(() => this.#store(batch, group))
      operations.stored(operation, this.#clock.elapsedUs() - startedUs)
      this.#committed += count
      return { firstId, count, committed: this.#committed }
    } catch (error) {
      dictionary.forget()
      this.#rows?.forget()
      this.#noteFailure(batch, error)
      throw error
    }
  }

  #noteFailure(batch: number | null, error: unknown): void {
    noteFailure(this.#history, { kind: 'import', batch }, error, this.#clock)
    this.#failureNoted = true
  }

  #store(batch: number, group: ChunkGroup) {
    const { chunks: store, batches, operations, noteSuperseded, modelNumber } = this.#history
    const { chunks, superseded, newCategories, featuresUs, inferenceUs } = group
    const count = chunks.reduce((sum, chunk) => sum + chunk.count, 0)
    const scoredAt = this.#clock.nowMs()
    const firstId = store.takeIds(count)
    this.#translation.learn(newCategories)
    let nextId = firstId
    let scoreSum = 0
    for (const chunk of chunks) {
      store.store(chunk, { firstId: nextId, batch, model: modelNumber, scoredAt }, this.#translation)
      this.#rows?.add({ firstId: nextId, count: chunk.count, firstRow: chunk.rowNumbers[0] ?? 0 })
      nextId += chunk.count
      for (const score of chunk.scores) scoreSum += score
    }
    batches.advance(batch, group, count, scoreSum)
    if (superseded.length > 0) noteSuperseded(batch, superseded, this.#requireRows())
    const operation = operations.add({
      kind: 'import',
      startedAt: scoredAt,
      rows: count,
      errorCode: null,
      featuresUs,
      inferenceUs,
      batch,
      firstId: count > 0 ? firstId : null,
    })
    return { firstId, count, operation }
  }

  /** Ends the batch, ranks it, and counts it. Once `left` answers true, the ranking is left to `catchUp`. */
  async finish(
    { state, findings }: BatchEnd,
    onRanked: (share: number) => void,
    left: () => boolean = () => false,
  ): Promise<BatchResult> {
    const batch = this.#requireBatch()
    this.#end(batch, state, findings)
    await this.#rank(batch, onRanked, left)
    return this.#result(batch)
  }

  /** The import is gone: what it had stored stays, listed as an interrupted batch. Nothing to do after `finish`. */
  async abandon(): Promise<void> {
    if (this.#batch === null || this.#ended) return
    this.#end(this.#batch, 'interrupted', null)
    await this.#rank(
      this.#batch,
      () => {},
      () => false,
    )
  }

  #end(batch: number, state: Exclude<RunState, 'running'>, findings: readonly Finding[] | null): void {
    const { batches, operations, imports, transaction } = this.#history
    this.#ended = true
    imports.delete(batch)
    transaction(() => {
      operations.completePending()
      batches.end(batch, state, findings, this.#clock.nowMs())
    })
  }

  async #rank(batch: number, onProgress: (share: number) => void, left: () => boolean): Promise<void> {
    const { db, lists, turns } = this.#history
    const stopped = () => this.#stopped() || left()
    const options = { pause: () => turns.pause(), onProgress, stopped }
    try {
      if (await lists.exclusive(() => rankBatch(db, batch, options))) return
    } catch (error) {
      throw notRanked(error)
    }
    if (this.#stopped()) {
      refuse(
        'stopped',
        'The app was closed before the list was ranked.',
        'The leads are stored; they are ranked at the next start.',
      )
    }
  }

  #result(batch: number): BatchResult {
    const { db, manifest } = this.#history
    const row = db
      .prepare<{ batch: number }, { accepted: number; scoreSum: number }>(
        'SELECT accepted, score_sum AS scoreSum FROM batch WHERE id = :batch',
      )
      .get({ batch })
    if (!row) throw new Error(`batch ${batch} is gone`)
    return {
      accepted: row.accepted,
      meanScore: row.accepted > 0 ? row.scoreSum / row.accepted : null,
      bands: countBands(db, manifest.bands, batch),
    }
  }

  #requireRows(): BatchRows {
    if (this.#rows === null) throw new Error('the batch is not open')
    return this.#rows
  }

  #requireBatch(): number {
    if (this.#batch === null) throw new Error('the batch is not open')
    return this.#batch
  }
}

/** SQLite's own sentence says that something was not saved; here every lead was. */
function notRanked(error: unknown): unknown {
  const reason = asRefusal(error)
  if (!(reason instanceof Refusal)) return error
  const message = 'The leads are stored, but the list could not be ranked to its end.'
  const hint =
    'See that the disk works and has free space; the rest is ranked at the next start of Leadlight.'
  return new Refusal({ ...reason.error, message, hint }, { cause: error })
}
