import { type ReactNode, useMemo, useReducer, useState } from 'react'
import type { ImportProgress } from '../../electron/contract/importing.ts'
import { useAppEvent } from '../bridge/use-app-event.ts'
import { useToast } from '../ui/toasts.tsx'
import { createImportActions } from './import-actions.ts'
import { ImportActionsContext, ImportProgressContext, ImportStateContext } from './import-context.ts'
import { IMPORT_RUNS } from './import-runs.ts'
import { IDLE, nextImportState } from './state/import-state.ts'
import { useWantedWork } from './use-wanted-work.ts'

/** Holds the import above the views, so that it goes on, and can be seen, while another view is shown. */
export function ImportProvider({ children }: { readonly children: ReactNode }) {
  const [state, dispatch] = useReducer(nextImportState, IDLE)
  const [progress, setProgress] = useState<ImportProgress | null>(null)
  const toast = useToast()
  useAppEvent('importProgress', (event) => setProgress(event.progress))
  useWantedWork(state, dispatch)
  const busy = state.step === 'running'
  const actions = useMemo(
    () =>
      createImportActions({
        dispatch,
        turnAway: () => {
          if (busy) toast(IMPORT_RUNS)
          return busy
        },
      }),
    [busy, toast],
  )
  return (
    <ImportActionsContext value={actions}>
      <ImportStateContext value={state}>
        <ImportProgressContext value={progress}>{children}</ImportProgressContext>
      </ImportStateContext>
    </ImportActionsContext>
  )
}
