import { describe, expect, it } from 'vitest'
import type { Scored } from '../../electron/contract/lead.ts'
import { confidenceSentence, fillSentence, labelSentence, meaningSentence } from './verdict.ts'

const manifest = {
  target: { name: 'engaged', sentence: 'replies within 30 days', threshold: 0.5 },
  confidence: { high: 0.7, medium: 0.4 },
  provenance: { kind: 'trained' as const, sentence: '' },
}
const scored = (part: Partial<Scored>): Scored => ({
  score: 0.73,
  label: 'engaged',
  confidence: 'high',
  band: 'hot',
  ...part,
})

describe('a verdict in words', () => {
  it('says how often', () => {
    expect(meaningSentence(manifest, 0.734)).toBe(
      'A lead like this one replies within 30 days in about 73 of 100 cases.',
    )
  })

  it('says with a demo model that the market is invented', () => {
    expect(meaningSentence({ ...manifest, provenance: { kind: 'demo', sentence: '' } }, 0.2)).toBe(
      'In the invented market of the demo model, a lead like this one replies within 30 days in about 20 of 100 cases.',
    )
  })

  it('names label, threshold and the limits of confidence from the manifest', () => {
    expect(labelSentence(manifest, scored({ label: 'not engaged' }), 'en')).toBe(
      'The model says “not engaged”; it says “engaged” from 50% on.',
    )
    expect(confidenceSentence(manifest, scored({}), 'en')).toBe('High: the chance is 70% or more.')
    expect(confidenceSentence(manifest, scored({ confidence: 'medium' }), 'en')).toBe(
      'Medium: the chance lies between 40% and 70%.',
    )
    expect(confidenceSentence(manifest, scored({ confidence: 'low' }), 'en')).toBe(
      'Low: the chance is below 40%.',
    )
  })

  it('says how much the score rests on', () => {
    expect(fillSentence(12, 19)).toBe('12 of 19 fields filled: the score is less certain.')
    expect(fillSentence(19, 19)).toBe('All 19 fields are filled.')
  })
})
