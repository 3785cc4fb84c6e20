import { createContext, type ReactNode, useCallback, useContext, useMemo, useReducer } from 'react'
import type { FileTicket } from '../../electron/contract/methods.ts'
import { toAppError } from '../../electron/contract/result.ts'
import { call } from '../bridge/call.ts'
import { useAppEvent } from '../bridge/use-app-event.ts'
import { useToast } from '../ui/toasts.tsx'
import {
  IDLE,
  type ImportAction,
  type ImportState,
  type MappedFile,
  nextImportState,
} from './import-state.ts'
import { type Targets, toMapping } from './mapping.ts'

interface ImportJob {
  readonly state: ImportState
  /** Opens the file dialog. */
  readonly chooseFile: () => void
  readonly inspect: (ticket: FileTicket) => void
  readonly map: (targets: Targets) => void
  readonly start: (file: MappedFile) => void
  readonly stop: (job: string) => void
  readonly backToMapping: () => void
  readonly reset: () => void
}

const ImportJobContext = createContext<ImportJob | null>(null)

/** Holds the import above the views, so that it goes on, and can be seen, while another view is shown. */
export function ImportJobProvider({ children }: { readonly children: ReactNode }) {
  const [state, dispatch] = useReducer(nextImportState, IDLE)
  const toast = useToast()
  useAppEvent('importProgress', ({ progress }) => dispatch({ kind: 'progress', progress }))

  const busy = state.step === 'running'
  const inspect = useCallback(
    (ticket: FileTicket) => {
      if (busy) toast(IMPORT_RUNS)
      else inspectFile(ticket, dispatch)
    },
    [busy, toast],
  )
  const chooseFile = useCallback(() => {
    if (busy) return toast(IMPORT_RUNS)
    call('chooseFile', {}).then(
      (ticket) => ticket && inspectFile(ticket, dispatch),
      (thrown) => dispatch({ kind: 'failed', of: null, error: toAppError(thrown) }),
    )
  }, [busy, toast])
  const value = useMemo<ImportJob>(
    () => ({
      state,
      chooseFile,
      inspect,
      map: (targets) => dispatch({ kind: 'map', targets }),
      start: (file) => runImport(file, dispatch),
      stop: (job) => stopImport(job, dispatch),
      backToMapping: () => dispatch({ kind: 'backToMapping' }),
      reset: () => dispatch({ kind: 'reset' }),
    }),
    [state, chooseFile, inspect],
  )
  return <ImportJobContext value={value}>{children}</ImportJobContext>
}

export function useImportJob(): ImportJob {
  const job = useContext(ImportJobContext)
  if (!job) throw new Error('useImportJob outside ImportJobProvider')
  return job
}

/** What is said to somebody who asks for something that a running import forbids. */
export const IMPORT_RUNS = {
  tone: 'notice',
  text: 'An import is still running.',
  detail: 'Wait until it is done, or stop it, before you do this.',
} as const

type Dispatch = (action: ImportAction) => void

function inspectFile(ticket: FileTicket, dispatch: Dispatch): void {
  dispatch({ kind: 'inspect', ticket })
  call('inspectFile', { ticket: ticket.ticket }).then(
    (inspection) => dispatch({ kind: 'inspected', ticket, inspection }),
    (thrown) => dispatch({ kind: 'failed', of: ticket.ticket, error: toAppError(thrown) }),
  )
}

function runImport({ ticket, targets }: MappedFile, dispatch: Dispatch): void {
  const job = crypto.randomUUID()
  dispatch({ kind: 'start', job })
  call('startImport', { ticket: ticket.ticket, job, mapping: toMapping(targets) }).then(
    (summary) => dispatch({ kind: 'finished', job, summary }),
    (thrown) => dispatch({ kind: 'failed', of: job, error: toAppError(thrown) }),
  )
}

function stopImport(job: string, dispatch: Dispatch): void {
  dispatch({ kind: 'stop' })
  call('cancelJob', { job }).catch((thrown) =>
    dispatch({ kind: 'failed', of: job, error: toAppError(thrown) }),
  )
}
