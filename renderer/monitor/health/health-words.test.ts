import { expect, test } from 'vitest'
import { healthSentence, healthVerdictWords } from './health-words.ts'

const operations = (total: number, failed: number) => ({ total, failed, successRate: null, errorsByCode: {} })

test('the worst is said; where nothing is bad, that', () => {
  const bad = { severity: 'problem', sentence: 'The disk is full.' } as const
  const fine = { severity: 'ok', sentence: '7 GB are free on the disk.' } as const
  expect(healthSentence({ findings: [bad, fine], operations: operations(9, 1) })).toBe('The disk is full.')
  expect(healthSentence({ findings: [fine], operations: operations(9, 0) })).toBe(
    'Everything is in order. No scoring has ever failed.',
  )
  expect(healthSentence({ findings: [fine], operations: operations(1200, 1) })).toBe(
    'Everything is in order. 1 of 1,200 scorings failed, but not lately.',
  )
  expect(healthSentence({ findings: [], operations: operations(0, 0) })).toBe('Everything is in order.')
})

test('what is not known is not called in order', () => {
  expect(healthVerdictWords('unknown')).toEqual({ word: 'Not known', tone: 'quiet' })
})
