/** Scores leads gathered from a file, up to a chunk of them at a time. */
import { createColumnVectorizer } from '../../../../model/features/vectorize-columns.ts'
import type { Scored } from '../../../contract/lead.ts'
import { LEADS_PER_CHUNK } from '../../history/lead-chunk.ts'
import type { LeadColumns } from '../../history/lead-columns.ts'
import { decideLabel } from '../../scoring/decide-label.ts'
import type { OpenModel } from '../../scoring/open-model.ts'

/** What is scored, and with what. */
export interface LeadScoringParts {
  readonly leads: LeadColumns
  readonly model: Pick<OpenModel, 'manifest' | 'scorer'>
}

/** The two halves of scoring, so that each can be timed. */
export interface LeadScoring {
  /** Makes features of what `leads` holds. */
  vectorize(): void
  /** Scores these features, a number for each lead. */
  score(): Promise<Float32Array>
  /** What the scores mean, lead by lead. */
  verdictsOf(scores: Float32Array): (lead: number) => Scored
}

/** The scoring of whatever `leads` holds at the time; the features have one place in memory. */
export function createLeadScoring({ leads, model: { manifest, scorer } }: LeadScoringParts): LeadScoring {
  const vectorizer = createColumnVectorizer(manifest.fields, manifest.features, leads.fields)
  const matrix = new Float32Array(LEADS_PER_CHUNK * vectorizer.featureCount)
  return {
    vectorize: () => vectorizer.vectorize(leads.count, matrix),
    score: () => scorer.score(matrix, leads.count),
    verdictsOf: (scores) => (lead) => decideLabel(scores[lead] ?? Number.NaN, manifest),
  }
}
