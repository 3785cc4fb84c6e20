import { expect, test } from 'vitest'
import { PANELS } from '../monitor/monitor-state.ts'
import { cutGuide, MONITOR_GUIDE } from './guide-sections.ts'

test('a guide is cut at its headings, with what stands before them first', () => {
  const guide = '# The guide\n\nHello.\n\n## When to act?\n\nNow.\n### Not a cut\nMore.\n'
  expect(cutGuide(guide)).toEqual([
    { id: 'the-guide', title: 'The guide', text: 'Hello.' },
    { id: 'when-to-act', title: 'When to act?', text: 'Now.\n### Not a cut\nMore.' },
  ])
})

test('every part of the monitor has its own in the guide', () => {
  expect(MONITOR_GUIDE.map(({ id }) => id)).toEqual(expect.arrayContaining(PANELS.map(({ panel }) => panel)))
})
