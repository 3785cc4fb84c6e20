import { expect, it } from 'vitest'
import { rankingSentence } from './ranking-sentence.ts'

it('says an AUC as pairs put in the right order, with its interval and its sample', () => {
  expect(
    rankingSentence(
      { name: 'auc', value: 0.7634, interval: [0.741, 0.786], n: 2000, split: 'holdout' },
      'en',
    ),
  ).toBe(
    'Of one lead who engaged and one who did not, it puts the right one first 76 times in 100 (between 74 and 79, measured on ' +
      '2,000 leads it had not seen). Guessing would get 50.',
  )
})
