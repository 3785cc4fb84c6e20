/** What each stage of an import costs on its own thread, found by running a file through more and more of them. */
import { join } from 'node:path'
import { createColumnVectorizer } from '../../../model/features/vectorize-columns.ts'
import { median } from '../../../model/statistics/median.ts'
import { DEFAULT_SETTINGS } from '../../contract/importing.ts'
import { createChunkBuilder } from '../../engine/history/chunk-builder.ts'
import { LEADS_PER_CHUNK } from '../../engine/history/lead-chunk.ts'
import { createLeadColumns } from '../../engine/history/lead-columns.ts'
import { RecordSource } from '../../engine/importing/csv/record-source.ts'
import { PIECE_BYTES } from '../../engine/importing/limits.ts'
import { FindingCollector } from '../../engine/importing/rows/finding-collector.ts'
import { LeadReader } from '../../engine/importing/rows/lead-reader.ts'
import { type ImportPlan, planImport } from '../../engine/importing/run/plan-import.ts'
import { openByteSource } from '../../engine/importing/source/byte-source.ts'
import { openText } from '../../engine/importing/source/open-text.ts'
import { delimiterByte } from '../../engine/importing/table/detect-dialect.ts'
import { systemFiles } from '../../engine/platform/files.ts'
import { readBundle } from '../../engine/registry/read-bundle.ts'
import { type OpenModel, openModel } from '../../engine/scoring/open-model.ts'

/** The stages in their order. Storing is not among them: it has a thread of its own. */
export const STAGES = ['read', 'split', 'parse', 'features', 'trees', 'chunk'] as const
export type Stage = (typeof STAGES)[number]
/** Microseconds per row. */
export type StageCosts = Readonly<Record<Stage, number>>

/** Runs the file through the stages, one more each time, and takes medians of `repeats` passes. */
export async function measureStages(path: string, rows: number, repeats: number): Promise<StageCosts> {
  const model = await openModel(
    readBundle(join(import.meta.dirname, '../../../resources/model'), systemFiles),
  )
  const file = openText(openByteSource(path), {})
  const costs: Record<Stage, number> = { read: 0, split: 0, parse: 0, features: 0, trees: 0, chunk: 0 }
  try {
    const plan = planImport(file, DEFAULT_SETTINGS, { fields: model.manifest.fields })
    let before = 0
    for (const stage of STAGES) {
      const upToHere = await medianUs(rows, repeats, () => runUpTo(stage, plan, model))
      costs[stage] = upToHere - before
      before = upToHere
    }
    return costs
  } finally {
    file.source.close()
    await model.release()
  }
}

async function medianUs(rows: number, repeats: number, pass: () => Promise<void>): Promise<number> {
  const costs = new Float64Array(repeats)
  for (let repeat = 0; repeat < repeats; repeat++) {
    const began = performance.now()
    await pass()
    costs[repeat] = ((performance.now() - began) * 1000) / rows
  }
  return median(costs)
}

async function runUpTo(last: Stage, plan: ImportPlan, model: OpenModel): Promise<void> {
  if (last === 'read') readPieces(plan)
  else if (last === 'split') splitRecords(plan)
  else await readLeads(last, plan, model)
}

function readPieces({ table }: ImportPlan): void {
  const piece = Buffer.alloc(PIECE_BYTES)
  for (let position = 0, read = 1; read > 0; position += read) read = table.source.read(piece, position)
}

function splitRecords({ table: { source, dialect, headers, rowsOffset } }: ImportPlan): void {
  const records = new RecordSource(source, rowsOffset, delimiterByte(dialect.delimiter))
  records.expectColumns(headers.length)
  while (records.next());
}

async function readLeads(
  last: Exclude<Stage, 'read' | 'split'>,
  plan: ImportPlan,
  { manifest, scorer }: OpenModel,
): Promise<void> {
  const { fields, features, display } = manifest
  const reader = new LeadReader(plan, fields, new FindingCollector())
  const leads = createLeadColumns(fields, display.title)
  const vectorizer = createColumnVectorizer(fields, features, leads.fields)
  const builder = createChunkBuilder(leads)
  const matrix = new Float32Array(LEADS_PER_CHUNK * vectorizer.featureCount)
  const depth = STAGES.indexOf(last)

  async function handOn(): Promise<void> {
    const { count } = leads
    if (depth >= STAGES.indexOf('features')) vectorizer.vectorize(count, matrix)
    const scores =
      depth >= STAGES.indexOf('trees') ? await scorer.score(matrix, count) : new Float32Array(count)
    if (depth >= STAGES.indexOf('chunk')) builder.finish(scores)
    leads.clear()
  }

  while (reader.next()) {
    if (reader.read(leads) === null) leads.keepLead(reader.row, 0)
    if (leads.full) await handOn()
  }
  await handOn()
}
