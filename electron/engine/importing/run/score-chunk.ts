/** Turns the leads gathered into a scored chunk. */
import { createColumnVectorizer } from '../../../../model/features/vectorize-columns.ts'
import { createChunkBuilder } from '../../history/chunk-builder.ts'
import { LEADS_PER_CHUNK } from '../../history/lead-chunk.ts'
import type { LeadColumns } from '../../history/lead-columns.ts'
import type { Clock } from '../../platform/clock.ts'
import { decideLabel } from '../../scoring/decide-label.ts'
import type { OpenModel } from '../../scoring/open-model.ts'
import type { ScoredFile } from '../files/scored-file.ts'
import type { GroupWriter } from './group-writer.ts'

export interface ScoringParts {
  readonly leads: LeadColumns
  readonly model: Pick<OpenModel, 'manifest' | 'scorer'>
  readonly groups: GroupWriter
  readonly clock: Clock
  readonly scoredFile: ScoredFile | null
}

/** Scores what `leads` holds, adds it to the group as a chunk, and makes room for the next. */
export function createChunkScoring(parts: ScoringParts): () => Promise<void> {
  const { leads, model, groups, clock, scoredFile } = parts
  const { manifest, scorer } = model
  const vectorizer = createColumnVectorizer(manifest.fields, manifest.features, leads.fields)
  const builder = createChunkBuilder(leads)
  const matrix = new Float32Array(LEADS_PER_CHUNK * vectorizer.featureCount)
  return async () => {
    const { count, bytes } = leads
    if (count === 0) return
    const beganUs = clock.elapsedUs()
    vectorizer.vectorize(count, matrix)
    const vectorizedUs = clock.elapsedUs()
    const scores = await scorer.score(matrix, count)
    const scoredUs = clock.elapsedUs()
    const times = { featuresUs: vectorizedUs - beganUs, inferenceUs: scoredUs - vectorizedUs }
    groups.addChunk(builder.finish(scores), times, bytes)
    scoredFile?.release((lead) => decideLabel(scores[lead] ?? Number.NaN, manifest))
    leads.clear()
  }
}
