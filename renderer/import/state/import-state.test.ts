import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../electron/contract/importing.ts'
import {
  inventedInspection,
  inventedReport,
  inventedSummary,
  inventedTicket,
} from '../fixtures/invented-file.ts'
import { IDLE, type ImportAction, type ImportState, nextImportState } from './import-state.ts'
import { canStart, checkStatus, leftOutRows } from './open-file.ts'
import { withDuplicates, withRead } from './settings.ts'
import { wantedWork } from './wanted-work.ts'

const ERROR = { code: 'no_rows', message: 'Nothing to import.' }
const QUESTION = { code: 'header_unsure', message: 'Which line?', answers: [] }

/** Goes through steps; each may need the state before it. */
function stateAfter(...steps: (ImportAction | ((state: ImportState) => ImportAction))[]): ImportState {
  return steps.reduce<ImportState>(
    (state, step) => nextImportState(state, typeof step === 'function' ? step(state) : step),
    IDLE,
  )
}
const open = { kind: 'open', ticket: inventedTicket() } as const
const settingsOf = (state: ImportState) => {
  if (state.step === 'opening') return state.chosen
  if (state.step === 'look') return state.file.chosen
  throw new Error(`no settings in ${state.step}`)
}
const fileOf = (state: ImportState) => {
  if (state.step !== 'look') throw new Error(`no file in ${state.step}`)
  return state.file
}
const looked =
  (given = {}) =>
  (state: ImportState) =>
    ({ kind: 'looked', settings: settingsOf(state), inspection: inventedInspection(given) }) as const
const checked =
  (given = {}) =>
  (state: ImportState) =>
    ({ kind: 'checked', settings: settingsOf(state), report: inventedReport(given) }) as const
const start = { kind: 'start', job: 'j1', fileName: 'leads.csv' } as const

describe('from file to result', () => {
  it('looks, checks, runs', () => {
    expect(wantedWork(stateAfter(open))).toMatchObject({ kind: 'look' })
    expect(wantedWork(stateAfter(open, looked()))).toMatchObject({ kind: 'check' })
    const ready = stateAfter(open, looked(), checked())
    expect(wantedWork(ready)).toBeNull()
    expect(canStart(fileOf(ready))).toBe(true)
    expect(stateAfter(open, looked(), checked(), start)).toMatchObject({
      step: 'running',
      fileName: 'leads.csv',
    })
    const summary = inventedSummary()
    expect(stateAfter(open, looked(), checked(), start, { kind: 'finished', job: 'j1', summary })).toEqual({
      step: 'done',
      summary,
    })
  })

  it('holds with an open question, and goes on by itself when it is answered', () => {
    const asked = stateAfter(open, looked({ questions: [QUESTION] }))
    expect(checkStatus(fileOf(asked)).step).toBe('held')
    expect(wantedWork(asked)).toBeNull()
    const answered = nextImportState(asked, {
      kind: 'choose',
      settings: withRead(settingsOf(asked), { header: 2 }),
    })
    expect(wantedWork(answered)).toMatchObject({ kind: 'look', settings: { read: { header: 2 } } })
    expect(canStart(fileOf(answered))).toBe(false)
    const again = nextImportState(answered, looked({ header: 2 })(answered))
    expect(wantedWork(again)).toMatchObject({ kind: 'check' })
  })

  it('knows rows that are left out by the last check, until rows are counted in another way', () => {
    const rejects = [{ row: 2, reason: 'rows_too_long', message: 'Too many cells.', text: 'a,b,c' }]
    const ready = stateAfter(open, looked(), checked({ rejects }))
    expect([1, 2].map(leftOutRows(fileOf(ready)))).toEqual([null, 'Too many cells.'])
    const policy = { kind: 'choose', settings: withDuplicates(settingsOf(ready), 'skip') } as const
    expect(leftOutRows(fileOf(nextImportState(ready, policy)))(2)).toBe('Too many cells.')
    const header = { kind: 'choose', settings: withRead(settingsOf(ready), { header: 0 }) } as const
    const otherwise = nextImportState(ready, header)
    // The preview is still that of the old header line.
    expect(leftOutRows(fileOf(otherwise))(2)).toBe('Too many cells.')
    expect(leftOutRows(fileOf(nextImportState(otherwise, looked()(otherwise))))(2)).toBeNull()
  })

  it('starts nothing when the check has ended with a question, a refusal or no lead', () => {
    for (const given of [{ outcome: 'ask' }, { outcome: 'refuse' }, { accepted: 0 }]) {
      expect(canStart(fileOf(stateAfter(open, looked(), checked(given))))).toBe(false)
    }
  })

  it('checks again after a decision that changes no cell, without looking again', () => {
    const state = stateAfter(open, looked(), checked(), (now) => ({
      kind: 'choose',
      settings: withDuplicates(settingsOf(now), 'skip'),
    }))
    expect(wantedWork(state)).toMatchObject({ kind: 'check', settings: { duplicates: 'skip' } })
    expect(canStart(fileOf(state))).toBe(false)
    // What was found stays on screen until the next check says something else.
    expect(fileOf(state).report).not.toBeNull()
  })

  it('can be started without a check by somebody who does not want to wait', () => {
    const skipped = stateAfter(open, looked(), { kind: 'skipCheck' })
    expect(wantedWork(skipped)).toBeNull()
    expect(canStart(fileOf(skipped))).toBe(true)
    expect(wantedWork(nextImportState(skipped, { kind: 'checkAgain' }))).toMatchObject({ kind: 'check' })
  })
})

describe('answers that come too late', () => {
  it('about a file that was replaced by another', () => {
    const first = stateAfter(open)
    const second = nextImportState(first, { kind: 'open', ticket: inventedTicket('other.csv') })
    expect(nextImportState(second, looked()(first))).toBe(second)
    expect(nextImportState(second, { kind: 'lookFailed', settings: settingsOf(first), error: ERROR })).toBe(
      second,
    )
  })

  it('about settings that were changed since', () => {
    const before = stateAfter(open, looked())
    const state = nextImportState(before, {
      kind: 'choose',
      settings: withRead(DEFAULT_SETTINGS, { delimiter: ';' }),
    })
    expect(nextImportState(state, looked()(before))).toBe(state)
    expect(nextImportState(state, checked()(before))).toBe(state)
    expect(nextImportState(state, { kind: 'checkFailed', settings: settingsOf(before), error: ERROR })).toBe(
      state,
    )
  })

  it('of a check that was cancelled', () => {
    const state = stateAfter(open, looked())
    expect(nextImportState(state, checked({ cancelled: true, accepted: 0 })(state))).toBe(state)
  })

  it('of another job', () => {
    const state = stateAfter(open, looked(), checked(), start)
    expect(nextImportState(state, { kind: 'finished', job: 'j0', summary: inventedSummary() })).toBe(state)
    expect(nextImportState(state, { kind: 'failed', job: 'j0', error: ERROR })).toBe(state)
  })
})

describe('what fails', () => {
  it('a file that cannot be read at all ends with its sentence', () => {
    const state = stateAfter(open, (now) => ({ kind: 'lookFailed', settings: settingsOf(now), error: ERROR }))
    expect(state).toEqual({ step: 'failed', error: ERROR, fileName: 'leads.csv', file: null })
    expect(nextImportState(state, { kind: 'backToFile' })).toBe(state)
  })

  it('a setting with which it cannot be read can be taken back, and the file stays open', () => {
    const ready = stateAfter(open, looked(), checked())
    const refused = [
      { kind: 'choose', settings: withRead(settingsOf(ready), { encoding: 'utf-16le' }) } as const,
    ].reduce<ImportState>(nextImportState, ready)
    const state = nextImportState(refused, {
      kind: 'lookFailed',
      settings: settingsOf(refused),
      error: ERROR,
    })
    expect(fileOf(state).refused).toBe(ERROR)
    expect(wantedWork(state)).toBeNull()
    const back = nextImportState(state, { kind: 'takeBack' })
    expect(canStart(fileOf(back))).toBe(true)
  })

  it('a run that fails leads back to the file', () => {
    const state = stateAfter(open, looked(), checked(), start, { kind: 'failed', job: 'j1', error: ERROR })
    expect(state).toMatchObject({ step: 'failed', fileName: 'leads.csv' })
    expect(nextImportState(state, { kind: 'backToFile' }).step).toBe('look')
  })

  it('a run stopped before anything was stored is no failure', () => {
    const error = { code: 'cancelled', message: 'Stopped.' }
    const stopped = { kind: 'failed', job: 'j1', error } as const
    expect(stateAfter(open, looked(), checked(), start, stopped).step).toBe('look')
    expect(stateAfter(start, stopped)).toBe(IDLE)
  })

  it('a second file that cannot be opened does not take the first one away', () => {
    const state = stateAfter(open, looked(), { kind: 'failed', job: null, error: ERROR })
    expect(nextImportState(state, { kind: 'backToFile' }).step).toBe('look')
  })

  it('a check that fails can be tried again', () => {
    const failed = stateAfter(open, looked(), (now) => ({
      kind: 'checkFailed',
      settings: settingsOf(now),
      error: ERROR,
    }))
    expect(checkStatus(fileOf(failed))).toEqual({ step: 'failed', error: ERROR })
    expect(wantedWork(failed)).toBeNull()
    expect(wantedWork(nextImportState(failed, { kind: 'checkAgain' }))).toMatchObject({ kind: 'check' })
  })
})

it('lets nothing but its own end take a running import away', () => {
  const state = stateAfter(open, looked(), checked(), start)
  for (const action of [
    open,
    { kind: 'reset' },
    { kind: 'failed', job: null, error: ERROR },
    { kind: 'start', job: 'j2', fileName: 'other.csv' },
  ] as const) {
    expect(nextImportState(state, action)).toBe(state)
  }
})

it('goes on with an import from the history, without a file to come back to', () => {
  const state = stateAfter(start)
  expect(state).toMatchObject({ step: 'running', file: null })
  const failed = nextImportState(state, { kind: 'failed', job: 'j1', error: ERROR })
  expect(nextImportState(failed, { kind: 'backToFile' })).toBe(failed)
})
