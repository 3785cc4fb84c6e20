/** Turns the leads gathered into a scored chunk. */
import { createChunkBuilder } from '../../history/chunk-builder.ts'
import type { Clock } from '../../platform/clock.ts'
import type { ScoredFile } from '../files/scored-file.ts'
import type { GroupWriter } from './group-writer.ts'
import { createLeadScoring, type LeadScoringParts } from './score-leads.ts'

export interface ScoringParts extends LeadScoringParts {
  readonly groups: GroupWriter
  readonly clock: Clock
  readonly scoredFile: ScoredFile | null
}

/** Scores what `leads` holds, adds it to the group as a chunk, and makes room for the next. */
export function createChunkScoring(parts: ScoringParts): () => Promise<void> {
  const { leads, groups, clock, scoredFile } = parts
  const scoring = createLeadScoring(parts)
  const builder = createChunkBuilder(leads)
  return async () => {
    const { count, bytes } = leads
    if (count === 0) return
    const beganUs = clock.elapsedUs()
    scoring.vectorize()
    const vectorizedUs = clock.elapsedUs()
    const scores = await scoring.score()
    const scoredUs = clock.elapsedUs()
    const times = { featuresUs: vectorizedUs - beganUs, inferenceUs: scoredUs - vectorizedUs }
    groups.addChunk(builder.finish(scores), times, bytes)
    scoredFile?.release(scoring.verdictsOf(scores))
    leads.clear()
  }
}
