import { expect, test } from 'vitest'
import { REFERENCE_NAME } from './read-reference.ts'
import { sentenceCase, windowName } from './window-facts.ts'

test.each([
  [windowName(null, { kind: 'all' }), 'All leads'],
  [windowName(null, { kind: 'last', count: 1000 }), 'The last 1,000 leads'],
  [windowName(null, { kind: 'last', count: 1 }), 'The last lead'],
  [windowName(null, { kind: 'days', days: 30 }), 'The last 30 days'],
  [windowName(null, { kind: 'days', days: 1 }), 'Yesterday and today'],
  [windowName(null, { kind: 'period', from: '2026-11-21', to: '2026-11-21' }), '21 Nov 2026'],
  [REFERENCE_NAME, 'The model’s own leads'],
])('%s begins a sentence as %s', (name, begins) => {
  expect(sentenceCase(name)).toBe(begins)
})

test.each(['all leads.csv', 'the list.xlsx', 'yesterday and today.csv', 'leads.csv'])(
  'a file called %s keeps its name',
  (name) => {
    expect(sentenceCase(name)).toBe(name)
  },
)
