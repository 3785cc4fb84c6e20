/** Imports one file as one batch. */
import type { Finding, ImportProgress, ImportSettings, ImportSummary } from '../../../contract/importing.ts'
import { Refusal, refuse } from '../../../contract/result.ts'
import type { BatchSink } from '../../history/batch-sink.ts'
import type { Clock } from '../../platform/clock.ts'
import type { OpenModel } from '../../scoring/open-model.ts'
import type { AtomicFile } from '../files/atomic-file.ts'
import { createScoredFile, type ScoredFile } from '../files/scored-file.ts'
import { FindingCollector } from '../rows/finding-collector.ts'
import { LeadReader } from '../rows/lead-reader.ts'
import type { ByteSource } from '../source/byte-source.ts'
import { counted } from '../words.ts'
import { createImportPipeline, type ImportPipeline } from './import-pipeline.ts'
import { type ImportPlan, planImport } from './plan-import.ts'
import { createProgressMeter, type ProgressMeter } from './progress-meter.ts'

export interface ImportRequest {
  readonly source: ByteSource
  readonly settings: ImportSettings
  readonly job: string
  readonly model: Pick<OpenModel, 'manifest' | 'vectorizer' | 'scorer'>
  readonly sink: BatchSink
  readonly clock: Clock
  /** Where the original columns plus score, label and band go. */
  readonly outFile: AtomicFile | null
  /** Asked between slices of rows. */
  readonly cancelled: () => boolean
  readonly onProgress: (progress: ImportProgress) => void
}

/**
 * Reads the file in pieces, scores its leads, and hands them to the history group by group. Cancelling hands over what
 * was read and yields the summary so far. A file that turns out unreadable in the middle is refused; the rows before
 * that stay and are said.
 */
export async function runImport(request: ImportRequest): Promise<ImportSummary> {
  const { outFile } = request
  try {
    return await importRows(request)
  } finally {
    outFile?.discard()
  }
}

/** One import under way. */
interface Run {
  readonly request: ImportRequest
  readonly plan: ImportPlan
  readonly reader: LeadReader
  readonly findings: FindingCollector
  readonly pipeline: ImportPipeline
  readonly meter: ProgressMeter
  readonly scoredFile: ScoredFile | null
}

async function importRows(request: ImportRequest): Promise<ImportSummary> {
  const run = setUp(request)
  const state = await readToEnd(run)
  await run.pipeline.handOn(true)
  if (run.reader.row === 0 && state === 'done') refuse('no_rows', 'The file holds column names but no rows.')
  return finish(run, state)
}

function setUp(request: ImportRequest): Run {
  const { source, settings, model, job, clock, sink, outFile, onProgress } = request
  const { fields } = model.manifest
  const meter = createProgressMeter(job, source.bytes, clock, onProgress)
  const plan = planImport(source, settings, fields)
  const findings = new FindingCollector()
  const reader = new LeadReader(plan, fields, findings)
  const scoredFile = outFile && createScoredFile(outFile, reader.record, plan.table.dialect)
  const pipeline = createImportPipeline({ plan, model, reader, sink, clock, scoredFile })
  return { request, plan, reader, findings, pipeline, meter, scoredFile }
}

async function readToEnd(run: Run): Promise<'done' | 'cancelled'> {
  const { request, pipeline, meter } = run
  while (!request.cancelled()) {
    const state = await readSome(run)
    if (pipeline.batch !== null) meter.update(pipeline.batch, pipeline.counts)
    if (state === 'end') return 'done'
    if (state === 'ready') await pipeline.handOn(false)
  }
  return 'cancelled'
}

/** Reads on; a limit met in the middle of the file ends the batch before it is refused. */
async function readSome(run: Run): Promise<'more' | 'ready' | 'end'> {
  const { pipeline, request, findings } = run
  try {
    return pipeline.readSome()
  } catch (error) {
    if (!(error instanceof Refusal) || pipeline.batch === null) throw error
    await pipeline.handOn(true)
    const { accepted } = pipeline.counts
    const end = { state: 'cancelled', findings: [...run.plan.findings, ...findings.findings()] } as const
    await request.sink.finish(end, () => {})
    const { code, message, hint, details } = error.error
    const stays = `${counted(accepted, 'lead')} before it stay in the history as batch ${pipeline.batch}.`
    return refuse(code, `${message} ${stays}`, hint, { ...details, batch: pipeline.batch, accepted })
  }
}

async function finish(run: Run, state: 'done' | 'cancelled'): Promise<ImportSummary> {
  const { request, plan, reader, pipeline, meter, scoredFile } = run
  const batch = await pipeline.openBatch()
  const warnings = [...plan.findings, ...blankRows(reader), ...run.findings.findings()]
  const { counts } = pipeline
  meter.ranking(batch, counts)
  const { meanScore, bands } = await request.sink.finish({ state, findings: warnings }, () =>
    meter.ranking(batch, counts),
  )
  meter.ranked(batch, counts)
  if (state === 'done') scoredFile?.finish()
  const seconds = meter.seconds()
  return {
    batch,
    fileName: request.source.fileName,
    cancelled: state === 'cancelled',
    rows: counts.rows,
    accepted: counts.accepted,
    rejected: counts.rejected,
    repaired: reader.repaired,
    duplicates: { inFile: 0, inHistory: 0 },
    seconds,
    rowsPerSecond: counts.rows / Math.max(seconds, 1e-6),
    meanScore,
    bands,
    warnings,
    rejects: pipeline.rejects,
  }
}

function blankRows({ blank }: LeadReader): Finding[] {
  if (blank === 0) return []
  return [{ code: 'rows_blank_skipped', message: `Skipped ${counted(blank, 'blank row')}.` }]
}
