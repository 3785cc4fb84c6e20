import { expect, test } from 'vitest'
import { detectableShift } from '../judgement/detectable-shift.ts'
import { noticeableSentence } from './report-sentences.ts'

test.each([
  [2000, 20, 'a whole standard deviation'],
  [1771, 50, '0.6 of a standard deviation'],
  [1771, 100, 'half a standard deviation'],
  [2000, 500, '0.2 of a standard deviation'],
  // Two small imports compared notice less than one of them against a large reference.
  [20, 20, '1.4 standard deviations'],
])('%i leads against %i', (baseline, leads, words) => {
  expect(noticeableSentence(leads, detectableShift(baseline, leads))).toBe(
    `With ${leads} leads, the average of a field has to move by about ${words} to be noticed; smaller shifts could stay ` +
      'unseen. A standard deviation is how far values usually lie from their average.',
  )
})
