import { describe, expect, it } from 'vitest'
import type { FileInspection, ImportProgress, ImportSummary } from '../../electron/contract/importing.ts'
import { IDLE, type ImportAction, type ImportState, nextImportState } from './import-state.ts'

const ticket = (name: string) => ({ ticket: name, fileName: `${name}.csv` })
const inspection: FileInspection = {
  fileName: 'a.csv',
  bytes: 10,
  encoding: 'utf-8',
  delimiter: ',',
  columns: [
    { index: 0, header: 'Title', samples: [], target: { kind: 'field', name: 'jobtitle' }, matched: 'name' },
    { index: 1, header: 'Notes', samples: [], target: null, matched: 'none' },
  ],
  rows: 1,
  rowsExact: true,
  missingFields: [],
  warnings: [],
}
const progress = (job: string): ImportProgress => ({
  job,
  batch: 1,
  phase: 'scoring',
  rows: 5,
  accepted: 5,
  rejected: 0,
  bytesRead: 5,
  bytesTotal: 10,
  rowsPerSecond: 5,
  secondsLeft: 1,
})
const summary: ImportSummary = {
  batch: 1,
  fileName: 'a.csv',
  cancelled: false,
  rows: 1,
  accepted: 1,
  rejected: 0,
  repaired: 0,
  seconds: 1,
  rowsPerSecond: 1,
  meanScore: 0.5,
  bands: { hot: 0, warm: 1, cold: 0 },
  warnings: [],
  rejects: [],
}
const error = { code: 'no_rows', message: 'Nothing to import.' }
const stateAfter = (...actions: ImportAction[]): ImportState => actions.reduce(nextImportState, IDLE)
const mapped: ImportAction[] = [
  { kind: 'inspect', ticket: ticket('a') },
  { kind: 'inspected', ticket: ticket('a'), inspection },
]
const running: ImportAction[] = [...mapped, { kind: 'start', job: 'j1' }]

describe('nextImportState', () => {
  it('goes from file to result', () => {
    expect(stateAfter(...mapped)).toMatchObject({ step: 'mapping' })
    expect(stateAfter(...running, { kind: 'progress', progress: progress('j1') })).toMatchObject({
      step: 'running',
      progress: { rows: 5 },
    })
    expect(stateAfter(...running, { kind: 'finished', job: 'j1', summary })).toEqual({
      step: 'done',
      summary,
    })
  })

  it('begins with the suggested targets and leaves the rest ignored', () => {
    const state = stateAfter(...mapped)
    expect(state.step === 'mapping' && [...state.file.targets]).toEqual([
      [0, { kind: 'field', name: 'jobtitle' }],
    ])
  })

  it('ignores an answer about a file that has been replaced by another', () => {
    const state = stateAfter(
      { kind: 'inspect', ticket: ticket('a') },
      { kind: 'inspect', ticket: ticket('b') },
    )
    expect(nextImportState(state, { kind: 'inspected', ticket: ticket('a'), inspection })).toBe(state)
    expect(nextImportState(state, { kind: 'failed', of: 'a', error })).toBe(state)
  })

  it('ignores progress and results of another job', () => {
    const state = stateAfter(...running)
    expect(nextImportState(state, { kind: 'progress', progress: progress('j0') })).toBe(state)
    expect(nextImportState(state, { kind: 'finished', job: 'j0', summary })).toBe(state)
  })

  it('lets nothing but its own end take a running import away', () => {
    const state = stateAfter(...running)
    expect(nextImportState(state, { kind: 'inspect', ticket: ticket('b') })).toBe(state)
    expect(nextImportState(state, { kind: 'reset' })).toBe(state)
    expect(nextImportState(state, { kind: 'failed', of: null, error })).toBe(state)
  })

  it('offers the mapping again when the run failed, and not when the file could not be read', () => {
    const afterRun = stateAfter(...running, { kind: 'failed', of: 'j1', error })
    expect(nextImportState(afterRun, { kind: 'backToMapping' }).step).toBe('mapping')
    const afterLook = stateAfter({ kind: 'inspect', ticket: ticket('a') }, { kind: 'failed', of: 'a', error })
    expect(afterLook).toEqual({ step: 'failed', error, fileName: 'a.csv', file: null })
    expect(nextImportState(afterLook, { kind: 'backToMapping' })).toBe(afterLook)
  })
})
