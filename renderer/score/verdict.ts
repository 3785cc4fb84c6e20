/** A score in plain words. */
import type { Manifest } from '../../electron/contract/app-info.ts'
import type { Scored } from '../../electron/contract/lead.ts'
import { assertNever } from '../../electron/contract/result.ts'
import { formatShare, timesInHundred } from '../format/chance.ts'

type Words = Pick<Manifest, 'target' | 'confidence' | 'provenance'>

/** What the chance means: how often, out of a hundred such leads. */
export function meaningSentence({ target, provenance }: Words, score: number): string {
  const often = `a lead like this one ${target.sentence} in about ${timesInHundred(score)} of 100 cases.`
  if (provenance.kind === 'demo') return `In the invented market of the demo model, ${often}`
  return `${often.charAt(0).toUpperCase()}${often.slice(1)}`
}

/** What the label is and where it begins. */
export function labelSentence({ target }: Words, scored: Scored, locale?: string): string {
  const threshold = formatShare(target.threshold, locale)
  return `The model says “${scored.label}”; it says “${target.name}” from ${threshold} on.`
}

/** What the confidence rests on; it follows from the chance and from nothing else, and says so. */
export function confidenceSentence({ confidence }: Words, scored: Scored, locale?: string): string {
  const [high, medium] = [formatShare(confidence.high, locale), formatShare(confidence.medium, locale)]
  switch (scored.confidence) {
    case 'high':
      return `High: the chance is ${high} or more.`
    case 'medium':
      return `Medium: the chance lies between ${medium} and ${high}.`
    case 'low':
      return `Low: the chance is below ${medium}.`
    default:
      return assertNever(scored.confidence)
  }
}

/** How much the score rests on. */
export function fillSentence(filled: number, total: number): string {
  if (filled === total) return `All ${total} fields are filled.`
  return `${filled} of ${total} fields filled: the score is less certain.`
}
