import { describe, expect, it, test } from 'vitest'
import { formatDifference, formatP, formatSmallShare } from './format-statistics.ts'

describe('a chance', () => {
  it.each([
    [0, 'under 0.1%'],
    [0.0009, 'under 0.1%'],
    [0.001, '0.1%'],
    [0.0123, '1.2%'],
    [0.5, '50%'],
    [1, '100%'],
  ])('%s reads %s', (p, words) => {
    expect(formatP(p, 'en')).toBe(words)
  })
})

describe('a share', () => {
  it.each([
    [0, '0%'],
    [0.0004, 'under 0.1%'],
    [0.034, '3.4%'],
    [0.34, '34%'],
    [0.9996, 'over 99.9%'],
    [1, '100%'],
  ])('%s reads %s', (share, words) => {
    expect(formatSmallShare(share, 'en')).toBe(words)
  })
})

test('a difference has four digits, and what is nearly nothing is not written out', () => {
  expect(formatDifference(0.215_349, 'en')).toBe('0.2153')
  expect(formatDifference(0, 'en')).toBe('0')
  expect(formatDifference(1.6e-80, 'en')).toBe('under 0.0001')
})
