import { expect, test } from 'vitest'
import { pickLeads } from './pick-leads.ts'

test('leads are picked whole, with their gaps, as often as they are drawn', () => {
  const leads = {
    count: 3,
    scores: Float32Array.of(0.25, 0.5, 0.75),
    columns: [
      { kind: 'number', values: Float32Array.of(1, Number.NaN, 3) },
      { kind: 'category', codes: Uint32Array.of(2, 1, 0), levels: ['', 'tea', 'coffee'] },
      {
        kind: 'text',
        characters: Float32Array.of(Number.NaN, 8, 9),
        parts: Float32Array.of(Number.NaN, 2, 1),
      },
    ],
  } as const
  expect(pickLeads(leads, Uint32Array.of(1, 2, 1, 0))).toEqual({
    count: 4,
    scores: Float32Array.of(0.5, 0.75, 0.5, 0.25),
    columns: [
      { kind: 'number', values: Float32Array.of(Number.NaN, 3, Number.NaN, 1) },
      { kind: 'category', codes: Uint32Array.of(1, 0, 1, 2), levels: ['', 'tea', 'coffee'] },
      {
        kind: 'text',
        characters: Float32Array.of(8, 9, 8, Number.NaN),
        parts: Float32Array.of(2, 1, 2, Number.NaN),
      },
    ],
  })
})
