import { expect, test } from 'vitest'
import { timelineAnswer } from './timeline-answer.ts'

const points = (...verdicts: ('drift' | 'no_drift' | 'not_judged')[]) =>
  verdicts.map((verdict) => ({ verdict }))

test.each([
  [points('no_drift'), 'One period so far: from the second on, a chart shows how things change.'],
  [points('not_judged', 'not_judged'), 'No period has enough leads to be judged.'],
  [points('no_drift', 'no_drift'), 'In each of 2 periods the leads were like the model’s own.'],
  [points('drift', 'drift'), 'In each of 2 periods the leads were different from the model’s own.'],
  [
    points('drift', 'no_drift', 'not_judged', 'no_drift'),
    'In 1 of 3 periods the leads were different from the model’s own.',
  ],
])('%j in a sentence', (given, said) => {
  expect(timelineAnswer(given)).toBe(said)
})
