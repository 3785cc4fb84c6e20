import { expect, test } from 'vitest'
import { readWindowOption } from './window-option.ts'

test.each([
  ['all', { kind: 'all' }],
  ['30d', { kind: 'days', days: 30 }],
  ['last:1000', { kind: 'last', count: 1000 }],
  ['batch:7', { kind: 'batch', batch: 7 }],
  ['2026-01-01..2026-03-31', { kind: 'period', from: '2026-01-01', to: '2026-03-31' }],
])('%s is %j', (text, window) => {
  expect(readWindowOption(text)).toEqual(window)
})

test.each(['', '0d', 'last:', 'batch:0', 'batch:x', '30', '2026-01-01', '2026-02-30..2026-03-01', 'a..b..c'])(
  '"%s" is no window',
  (text) => {
    expect(() => readWindowOption(text)).toThrow('last:1000')
  },
)
