/** The moving parts of one import: rows are read, leads gathered and scored by the chunk, groups handed over. */
import type { Reject } from '../../../contract/importing.ts'
import type { BatchSink } from '../../history/batch-sink.ts'
import { createChunkBuilder } from '../../history/chunk-builder.ts'
import { type Checkpoint, LEADS_PER_CHUNK } from '../../history/lead-chunk.ts'
import { createLeadColumns } from '../../history/lead-columns.ts'
import type { Clock } from '../../platform/clock.ts'
import { decideLabel } from '../../scoring/decide-label.ts'
import type { OpenModel } from '../../scoring/open-model.ts'
import { recordText } from '../csv/csv-tokenizer.ts'
import type { ScoredFile } from '../files/scored-file.ts'
import type { LeadReader } from '../rows/lead-reader.ts'
import type { RowProblem } from '../rows/row-problem.ts'
import { shortened } from '../words.ts'
import { createGroupWriter } from './group-writer.ts'
import type { ImportPlan } from './plan-import.ts'
import type { Counts } from './progress-meter.ts'

/** Rows between two looks at the clock and at whether the user has cancelled. */
const ROWS_AT_A_TIME = 256
/** Rejected rows shown with the summary; all of them are in the history. */
const REJECTS_SHOWN = 100
const REJECT_CHARACTERS = 2000

export interface PipelineParts {
  readonly plan: ImportPlan
  readonly model: Pick<OpenModel, 'manifest' | 'vectorizer' | 'scorer'>
  readonly reader: LeadReader
  readonly sink: BatchSink
  readonly clock: Clock
  readonly scoredFile: ScoredFile | null
}

export interface ImportPipeline {
  /** Reads some rows: `ready` when gathered rows should be handed on, `end` after the last row. */
  readSome(): 'more' | 'ready' | 'end'
  /** Scores the leads gathered and hands over a group if it is full, or in any case when `all`. */
  handOn(all: boolean): Promise<void>
  readonly counts: Counts
  /** Number of the batch, null while nothing was handed over. */
  readonly batch: number | null
  /** Makes the batch known to the history even if it has no rows. */
  openBatch(): Promise<number>
  /** The first rejected rows. */
  readonly rejects: readonly Reject[]
}

/** Sets up an import; nothing is read yet. */
export function createImportPipeline(parts: PipelineParts): ImportPipeline {
  const { plan, model, reader, sink, clock, scoredFile } = parts
  const { manifest, vectorizer, scorer } = model
  const { featureCount } = vectorizer
  const leads = createLeadColumns(manifest.fields, manifest.display.title)
  const builder = createChunkBuilder(leads)
  const groups = createGroupWriter(sink, plan.batch)
  const matrix = new Float32Array(LEADS_PER_CHUNK * featureCount)
  const rejects: Reject[] = []
  let accepted = 0
  let rejected = 0

  function takeRow(): void {
    const problem = reader.read(leads)
    if (problem) {
      rejectRow(problem)
      return
    }
    const { start, end } = reader.record
    leads.keepLead(reader.row, end - start)
    scoredFile?.hold(reader.record)
    accepted++
  }

  function rejectRow({ reason, message }: RowProblem): void {
    const reject = { row: reader.row, reason, message, text: recordText(reader.record) }
    groups.addReject(reject)
    if (rejects.length < REJECTS_SHOWN) {
      rejects.push({ ...reject, text: shortened(reject.text, REJECT_CHARACTERS) })
    }
    rejected++
  }

  async function scoreLeads(): Promise<void> {
    const { count, bytes } = leads
    if (count === 0) return
    const beganUs = clock.elapsedUs()
    for (let lead = 0; lead < count; lead++)
      vectorizer.vectorize(leads.values(lead), matrix, lead * featureCount)
    const vectorizedUs = clock.elapsedUs()
    const scores = await scorer.score(matrix, count)
    const scoredUs = clock.elapsedUs()
    const times = { featuresUs: vectorizedUs - beganUs, inferenceUs: scoredUs - vectorizedUs }
    groups.addChunk(builder.finish(scores), times, bytes)
    scoredFile?.release((lead) => decideLabel(scores[lead] ?? Number.NaN, manifest))
    leads.clear()
  }

  function checkpoint(): Checkpoint {
    const { row: rows, nextOffset: byteOffset, repaired } = reader
    return { byteOffset, rows, accepted, rejected, repaired, digest: null }
  }

  return {
    readSome() {
      for (let row = 0; row < ROWS_AT_A_TIME; row++) {
        if (!reader.next()) return 'end'
        takeRow()
        if (leads.full || groups.full) return 'ready'
      }
      return 'more'
    },
    async handOn(all) {
      await scoreLeads()
      const { rows } = groups.checkpoint
      if (groups.full || (all && reader.row > rows)) await groups.commit(checkpoint())
    },
    get counts() {
      return { rows: reader.row, accepted, rejected, bytesRead: reader.nextOffset }
    },
    get batch() {
      return groups.batch
    },
    openBatch: () => groups.open(),
    rejects,
  }
}
