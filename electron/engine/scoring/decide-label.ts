/** What a score means: label, confidence and band, by the thresholds of the model's manifest. */
import type { Manifest } from '../../../model/bundle/manifest.ts'
import type { Band, Confidence, Scored } from '../../contract/lead.ts'

type Thresholds = Pick<Manifest, 'target' | 'bands' | 'confidence'>

/** Label, confidence and band of a score. A score on a threshold belongs to the higher side. */
export function decideLabel(score: number, { target, bands, confidence }: Thresholds): Scored {
  return {
    score,
    label: score >= target.threshold ? target.name : `not ${target.name}`,
    confidence: decideConfidence(score, confidence),
    band: decideBand(score, bands),
  }
}

/** The band of a score. */
export function decideBand(score: number, bands: Thresholds['bands']): Band {
  return score >= bands.hot ? 'hot' : score >= bands.warm ? 'warm' : 'cold'
}

function decideConfidence(score: number, confidence: Thresholds['confidence']): Confidence {
  return score >= confidence.high ? 'high' : score >= confidence.medium ? 'medium' : 'low'
}

/** A range of scores: `from` belongs to it, `below` does not. */
export interface ScoreRange {
  readonly from: number
  readonly below: number
}

/** The scores of some bands as separate ranges, best first; neighbouring bands are one range. */
export function bandRanges(wanted: readonly Band[], bands: Thresholds['bands']): readonly ScoreRange[] {
  const all: readonly (ScoreRange & { readonly band: Band })[] = [
    { band: 'hot', from: bands.hot, below: Number.POSITIVE_INFINITY },
    { band: 'warm', from: bands.warm, below: bands.hot },
    { band: 'cold', from: Number.NEGATIVE_INFINITY, below: bands.warm },
  ]
  const ranges: ScoreRange[] = []
  for (const { band, from, below } of all) {
    if (!wanted.includes(band)) continue
    const last = ranges.at(-1)
    if (last?.from === below) ranges[ranges.length - 1] = { from, below: last.below }
    else ranges.push({ from, below })
  }
  return ranges
}
