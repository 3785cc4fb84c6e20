import { describe, expect, it } from 'vitest'
import type { Batch } from '../../../electron/contract/history.ts'
import { batchCounts, batchWays } from './batch-words.ts'

const batch = (given: Partial<Batch>): Batch => ({
  id: 1,
  fileName: 'leads.csv',
  fileBytes: 1000,
  startedAt: '2026-11-21T09:00:00.000Z',
  endedAt: '2026-11-21T09:00:02.000Z',
  state: 'done',
  resumable: false,
  leads: 1240,
  rows: 1250,
  accepted: 1240,
  rejected: 10,
  repaired: 0,
  meanScore: 0.4,
  ...given,
})

describe('batchCounts', () => {
  it('says what became of the rows', () => {
    expect(batchCounts(batch({}), 'en')).toEqual({ main: '1,240 of 1,250 rows scored', aside: '10 left out' })
    expect(batchCounts(batch({ rows: 1, accepted: 1, rejected: 0 }), 'en')).toEqual({
      main: '1 of 1 row scored',
      aside: null,
    })
  })

  it('promises no end to one that has not come to it', () => {
    const stopped = (given: Partial<Batch>) => batchCounts(batch({ rows: 1250, ...given }), 'en').main
    expect(stopped({ state: 'cancelled' })).toBe('1,240 leads so far')
    expect(stopped({ state: 'interrupted', accepted: 1 })).toBe('1 lead so far')
    expect(stopped({ state: 'running', accepted: 0 })).toBe('No lead yet')
    expect(stopped({ state: 'undoing', leads: 700 })).toBe('700 still to be taken out')
  })

  it('says what an undo took out and what it left', () => {
    expect(batchCounts(batch({ state: 'undone', leads: 2 }), 'en')).toEqual({
      main: '1,238 taken out again',
      aside: '2 kept',
    })
    expect(batchCounts(batch({ state: 'undone', leads: 0 }), 'en').aside).toBeNull()
  })
})

describe('batchWays', () => {
  it('offers everything for a complete import with rejected rows', () => {
    expect(batchWays(batch({}))).toEqual({ showLeads: true, resume: false, saveRejects: true, undo: true })
  })

  it('offers to go on with one that stopped and can', () => {
    expect(batchWays(batch({ state: 'interrupted', resumable: true })).resume).toBe(true)
    expect(batchWays(batch({ state: 'cancelled', resumable: false })).resume).toBe(false)
  })

  it('offers nothing that changes an import under way', () => {
    for (const state of ['running', 'undoing'] as const) {
      expect(batchWays(batch({ state, resumable: true }))).toEqual({
        showLeads: true,
        resume: false,
        saveRejects: false,
        undo: false,
      })
    }
  })

  it('shows the leads an undo has kept, and cannot undo twice', () => {
    expect(batchWays(batch({ state: 'undone', leads: 2 }))).toEqual({
      showLeads: true,
      resume: false,
      saveRejects: false,
      undo: false,
    })
    expect(batchWays(batch({ state: 'undone', leads: 0 })).showLeads).toBe(false)
  })
})
