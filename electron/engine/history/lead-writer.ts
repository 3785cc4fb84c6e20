/** Scores single leads and stores them. */
import type { FieldValue } from '../../../model/bundle/field.ts'
import type { Identity, LatencyMs, LeadFields, Preview, Saved } from '../../contract/lead.ts'
import type { Clock } from '../platform/clock.ts'
import { decideLabel } from '../scoring/decide-label.ts'
import type { OpenModel } from '../scoring/open-model.ts'
import { readLead } from '../scoring/read-lead.ts'
import { createChunkBuilder } from './chunk-builder.ts'
import { CodeTranslation } from './dictionary.ts'
import type { HistoryWriter } from './history-writer.ts'
import { createLeadColumns } from './lead-columns.ts'
import { noteFailure } from './note-failure.ts'

interface ScoredLead {
  readonly values: readonly FieldValue[]
  readonly score: number
  readonly featuresUs: number
  readonly inferenceUs: number
}

/** Scores a lead without storing it. */
export async function previewLead(model: OpenModel, fields: LeadFields, clock: Clock): Promise<Preview> {
  const startedUs = clock.elapsedUs()
  const values = readLead(model.manifest.fields, fields)
  const scored = await scoreLead(model, values, startedUs, clock)
  return toPreview(model, scored, 0, clock.elapsedUs() - startedUs)
}

/** Scores a lead and stores the prediction; answered after its commit. */
export async function saveLead(
  history: HistoryWriter,
  model: OpenModel,
  lead: { readonly fields: LeadFields; readonly identity: Identity },
  clock: Clock,
): Promise<Saved> {
  const startedUs = clock.elapsedUs()
  // What the user got wrong is no failure of the engine: it is refused before an operation begins.
  const values = readLead(model.manifest.fields, lead.fields)
  try {
    const scored = await scoreLead(model, values, startedUs, clock)
    const storageFromUs = clock.elapsedUs()
    const { id, operation } = storeLead(history, scored, lead.identity, clock)
    const endedUs = clock.elapsedUs()
    history.operations.stored(operation, endedUs - storageFromUs)
    return { id, ...toPreview(model, scored, endedUs - storageFromUs, endedUs - startedUs) }
  } catch (error) {
    noteFailure(history, { kind: 'lead', batch: null }, error, clock)
    throw error
  }
}

async function scoreLead(
  { vectorizer, scorer }: OpenModel,
  values: readonly FieldValue[],
  startedUs: number,
  clock: Clock,
): Promise<ScoredLead> {
  const matrix = new Float32Array(vectorizer.featureCount)
  vectorizer.vectorize(values, matrix, 0)
  const vectorizedUs = clock.elapsedUs()
  const [score = Number.NaN] = await scorer.score(matrix, 1)
  return {
    values,
    score,
    featuresUs: vectorizedUs - startedUs,
    inferenceUs: clock.elapsedUs() - vectorizedUs,
  }
}

/** Stores a chunk of one lead in one transaction, ranked and searchable at once. */
function storeLead(history: HistoryWriter, scored: ScoredLead, identity: Identity, clock: Clock) {
  const { manifest, dictionary, chunks, operations, lister } = history
  const { fields, display } = manifest
  const columns = createLeadColumns(fields, display.title, 1)
  columns.addLead(scored.values, identity, 0)
  const { chunk, newCategories } = createChunkBuilder(columns).finish(Float32Array.of(scored.score))
  const translation = new CodeTranslation(
    fields.map(({ name }) => name),
    dictionary,
  )
  const scoredAt = clock.nowMs()
  try {
    return history.transaction(() => {
      const id = chunks.takeIds(1)
      translation.learn(newCategories)
      chunks.store(chunk, { firstId: id, batch: null, model: history.modelNumber, scoredAt }, translation)
      lister.rank(id, scored.score)
      const { featuresUs, inferenceUs } = scored
      const operation = operations.add({
        kind: 'lead',
        startedAt: scoredAt,
        rows: 1,
        errorCode: null,
        featuresUs,
        inferenceUs,
        batch: null,
        firstId: id,
      })
      return { id, operation }
    })
  } catch (error) {
    dictionary.forget()
    throw error
  }
}

function toPreview({ manifest }: OpenModel, scored: ScoredLead, storageUs: number, totalUs: number): Preview {
  const { name, version } = manifest
  const latencyMs: LatencyMs = {
    features: scored.featuresUs / 1000,
    inference: scored.inferenceUs / 1000,
    storage: storageUs / 1000,
    total: totalUs / 1000,
  }
  return { ...decideLabel(scored.score, manifest), model: { name, version }, latencyMs }
}
