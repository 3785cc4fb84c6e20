import { describe, expect, it } from 'vitest'
import { EVERY_LEAD, isFiltered, toggleBand, toLeadFilter } from './lead-list-state.ts'

describe('the list’s filter', () => {
  it('asks for nothing where nothing is chosen, and all three bands are nothing', () => {
    expect(toLeadFilter(EVERY_LEAD)).toEqual({})
    expect(toLeadFilter({ ...EVERY_LEAD, search: '  ', bands: ['hot', 'warm', 'cold'] })).toEqual({})
    expect(isFiltered({ ...EVERY_LEAD, order: 'newest' })).toBe(false)
  })

  it('trims words and passes on the rest', () => {
    expect(toLeadFilter({ ...EVERY_LEAD, search: ' ada ', bands: ['hot'], batch: 3 })).toEqual({
      search: 'ada',
      bands: ['hot'],
      batch: 3,
    })
  })

  it('passes on the leads behind a finding, without its words', () => {
    const filter = { window: { kind: 'all' }, condition: { kind: 'missing', field: 'jobtitle' } } as const
    const behind = { filter, sentence: 'Job title: none.', of: { window: 'all leads', leads: 9 } }
    expect(toLeadFilter({ ...EVERY_LEAD, behind })).toEqual({ behind: filter })
    expect(isFiltered({ ...EVERY_LEAD, behind })).toBe(true)
  })

  it('presses and releases bands one by one', () => {
    expect(toggleBand([], 'hot')).toEqual(['hot'])
    expect(toggleBand(['hot', 'cold'], 'hot')).toEqual(['cold'])
  })
})
