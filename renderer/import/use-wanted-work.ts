import { type Dispatch, useEffect } from 'react'
import { toAppError } from '../../electron/contract/result.ts'
import { call } from '../bridge/call.ts'
import type { ImportAction, ImportState } from './state/import-state.ts'
import { type WantedWork, wantedWork } from './state/wanted-work.ts'

/** Decisions come in quick succession (one correction after the other): only the last one is worth reading a file for. */
const PAUSE_MS = 250

/** Sees to it that what the state wants is under way, and that what it no longer wants is stopped. */
export function useWantedWork(state: ImportState, dispatch: Dispatch<ImportAction>): void {
  const wanted = wantedWork(state)
  const { kind, ticket, settings } = wanted ?? {}
  const isFirstLook = state.step === 'opening'
  useEffect(() => {
    if (!kind || !ticket || !settings) return
    let stop: (() => void) | null = null
    const timer = setTimeout(
      () => {
        stop = begin({ kind, ticket, settings }, dispatch)
      },
      isFirstLook ? 0 : PAUSE_MS,
    )
    return () => {
      clearTimeout(timer)
      stop?.()
    }
  }, [kind, ticket, settings, isFirstLook, dispatch])
}

/** Starts the work; answers how to stop it. */
function begin(
  { kind, ticket: { ticket }, settings }: WantedWork,
  dispatch: Dispatch<ImportAction>,
): () => void {
  if (kind === 'look') {
    call('inspectFile', { ticket, settings }).then(
      (inspection) => dispatch({ kind: 'looked', settings, inspection }),
      (thrown) => dispatch({ kind: 'lookFailed', settings, error: toAppError(thrown) }),
    )
    // Quick, and a late answer is not listened to.
    return () => {}
  }
  const job = crypto.randomUUID()
  let ended = false
  dispatch({ kind: 'checking', settings, job })
  call('checkFile', { ticket, job, settings })
    .finally(() => {
      ended = true
    })
    .then(
      (report) => dispatch({ kind: 'checked', settings, report }),
      (thrown) => dispatch({ kind: 'checkFailed', settings, error: toAppError(thrown) }),
    )
  return () => {
    // A check that cannot be stopped ends by itself and stores nothing.
    if (!ended) call('cancelJob', { job }).catch(() => undefined)
  }
}
