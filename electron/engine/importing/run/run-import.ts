/** Imports one file as one batch, from its beginning or from where it stopped. */
import type { Hash } from 'node:crypto'
import type { ImportProgress, ImportSummary, Reject } from '../../../contract/importing.ts'
import { Refusal, refuse } from '../../../contract/result.ts'
import type { BatchSink } from '../../history/batch-sink.ts'
import type { Clock } from '../../platform/clock.ts'
import type { OpenModel } from '../../scoring/open-model.ts'
import type { DuplicateCheck } from '../duplicates/duplicate-policy.ts'
import { createScoredFile, type ScoredFile } from '../files/scored-file.ts'
import type { ScoredRows } from '../files/scored-rows.ts'
import { createGroupWriter, type GoingOn, type GroupWriter } from './group-writer.ts'
import { createImportPipeline, type ImportPipeline } from './import-pipeline.ts'
import type { ImportState } from './import-state.ts'
import { LeadIntake } from './lead-intake.ts'
import { nameStoredLeads } from './name-stored-leads.ts'
import type { ImportPlan } from './plan-import.ts'
import { type Counts, createProgressMeter, type ProgressMeter } from './progress-meter.ts'
import { refuseQuestion } from './refuse-question.ts'
import { digestWhileReading, hashBeginning } from './text-digest.ts'
import { writeRowsBefore } from './write-rows-before.ts'

/** Where an import that stopped goes on. */
export interface ResumePoint extends GoingOn {
  readonly state: ImportState | null
  /** The digest of the text up to the checkpoint, which the file was compared with. */
  readonly hash: Hash
  /** Its first rejected rows. */
  readonly rejects: readonly Reject[]
  /** The numbers of all of them, ascending; needed for a scored copy only. */
  readonly rejectedRows: Uint32Array | null
}

export interface ImportRequest {
  readonly plan: ImportPlan
  readonly duplicates: DuplicateCheck | null
  readonly job: string
  readonly model: Pick<OpenModel, 'manifest' | 'vectorizer' | 'scorer'>
  readonly sink: BatchSink
  readonly clock: Clock
  /** Where the original columns plus score, label and band go. */
  readonly outFile: ScoredRows | null
  readonly resume: ResumePoint | null
  /** Asked between slices of rows. */
  readonly cancelled: () => boolean
  /** Aborted when the user cancels: what is left of the ranking is then done later. */
  readonly signal: AbortSignal
  readonly onProgress: (progress: ImportProgress) => void
}

/**
 * Reads the file in pieces, scores its leads, and hands them to the history group by group. Cancelling hands over what
 * was read and yields the summary so far. A file that turns out unreadable in the middle is refused; the rows before
 * that stay and are said. A question left open is refused before anything is read.
 */
export async function runImport(request: ImportRequest): Promise<ImportSummary> {
  const { outFile, plan, resume } = request
  try {
    const [question] = plan.questions
    // What was answered when the import began is not asked again when it goes on.
    if (question && !resume) refuseQuestion(question)
    return await importRows(setUp(request))
  } finally {
    outFile?.discard()
  }
}

/** One import under way. */
interface Run {
  readonly request: ImportRequest
  readonly intake: LeadIntake
  readonly groups: GroupWriter
  readonly pipeline: ImportPipeline
  readonly meter: ProgressMeter
  readonly scoredFile: ScoredFile | null
}

async function importRows(run: Run): Promise<ImportSummary> {
  try {
    await beginScoredFile(run)
    const state = await readToEnd(run)
    await run.pipeline.handOn(true)
    // 50 MB for a million leads, which the ranking need not find taken.
    run.intake.duplicates?.close()
    if (run.pipeline.counts.rows === 0) refuseWithoutRows(state)
    return await finish(run, state)
  } catch (error) {
    throw withBatch(error, run)
  }
}

function setUp(request: ImportRequest): Run {
  const { plan, duplicates, model, job, clock, sink, outFile, resume, onProgress } = request
  const { source } = plan.table
  const { fields } = model.manifest
  const digest = startDigest(request)
  const goesOn = resume !== null && resume.checkpoint.rows > 0
  const intake = new LeadIntake({
    plan,
    fields,
    duplicates,
    source: digest.source,
    ...(goesOn ? { start: { ...resume.checkpoint, blank: resume.state?.blank ?? 0 } } : {}),
    state: resume?.state ?? null,
  })
  const groups = createGroupWriter(sink, resume ?? plan.batch)
  const scoredFile = outFile && createScoredFile(outFile, plan.table)
  const rejects = resume?.rejects ?? []
  const { rows, byteOffset } = groups.checkpoint
  // With a copy of its first part to write, it begins at the first row once more.
  const isWrittenAgain = scoredFile !== null && resume !== null && resume.rejectedRows !== null
  const before = isWrittenAgain ? { rows: 0, bytesRead: 0 } : { rows, bytesRead: byteOffset }
  const meter = createProgressMeter(job, source.bytes, clock, onProgress, before)
  const pipeline = createImportPipeline({ intake, digest, model, groups, clock, scoredFile, rejects })
  return { request, intake, groups, pipeline, meter, scoredFile }
}

function startDigest({ plan, resume }: ImportRequest) {
  const { source, rowsOffset } = plan.table
  const from = resume?.checkpoint.rows ? resume.checkpoint.byteOffset : rowsOffset
  const hash = resume?.checkpoint.rows ? resume.hash : hashBeginning(source, from)
  if (!hash) throw new Error('the text ends before its first row')
  return digestWhileReading(source, hash, from)
}

/** The copy of an import that goes on begins with the rows of its first part. */
async function beginScoredFile({ request, scoredFile, meter }: Run): Promise<void> {
  const { plan, model, resume, cancelled } = request
  if (scoredFile === null || resume === null || resume.rejectedRows === null) return
  const { rejectedRows, checkpoint } = resume
  const onProgress = (counts: Counts) => meter.update(resume.batch, counts)
  const { rows } = checkpoint
  await writeRowsBefore({ plan, model, scoredFile, rows, rejectedRows, cancelled, onProgress })
}

async function readToEnd(run: Run): Promise<'done' | 'cancelled'> {
  const { request, pipeline, groups, meter } = run
  while (!request.cancelled()) {
    const state = await readSome(run)
    if (groups.batch !== null) meter.update(groups.batch, pipeline.counts)
    if (state === 'end') return 'done'
    if (state === 'ready') await pipeline.handOn(false)
  }
  return 'cancelled'
}

/** Reads on; a limit met in the middle of the file ends the batch before it is refused. */
async function readSome({ pipeline, request, groups, intake }: Run): Promise<'more' | 'ready' | 'end'> {
  try {
    return pipeline.readSome()
  } catch (error) {
    if (!(error instanceof Refusal) || groups.batch === null) throw error
    await pipeline.handOn(true)
    const end = { state: 'cancelled', findings: intake.findings() } as const
    await request.sink.finish(end, () => {}, request.signal)
    throw error
  }
}

async function finish(run: Run, state: 'done' | 'cancelled'): Promise<ImportSummary> {
  const { request, intake, groups, pipeline, meter, scoredFile } = run
  const batch = await groups.open()
  const warnings = intake.findings()
  const { counts } = pipeline
  meter.ranking(batch, counts)
  const { meanScore, bands } = await request.sink.finish(
    { state, findings: warnings },
    () => meter.ranking(batch, counts),
    request.signal,
  )
  meter.ranked(batch, counts)
  if (state === 'done') scoredFile?.finish()
  const seconds = meter.seconds()
  const rowsBefore = request.resume?.checkpoint.rows ?? 0
  return {
    batch,
    fileName: request.plan.batch.fileName,
    cancelled: state === 'cancelled',
    rows: counts.rows,
    accepted: counts.accepted,
    rejected: counts.rejected,
    repaired: intake.reader.repaired,
    duplicates: intake.duplicateCounts,
    seconds,
    rowsPerSecond: (counts.rows - rowsBefore) / Math.max(seconds, 1e-6),
    meanScore,
    bands,
    warnings,
    rejects: pipeline.rejects,
  }
}

function refuseWithoutRows(state: 'done' | 'cancelled'): never {
  if (state === 'done') refuse('no_rows', 'The file holds column names but no rows.')
  return refuse('cancelled', 'The import was stopped before anything was stored.')
}

/** A failure after leads were stored says where they are. */
function withBatch(error: unknown, { groups: { batch, stored } }: Run): unknown {
  if (!(error instanceof Refusal) || batch === null) return error
  return nameStoredLeads(error, { batch, accepted: stored })
}
