/**
 * Three contexts for one import: what changes ten times a second is kept from what changes once a step, so that a running
 * import draws its own figures anew and nothing else in the window.
 */
import { createContext, useContext } from 'react'
import type { ImportProgress } from '../../electron/contract/importing.ts'
import type { ImportActions } from './import-actions.ts'
import { IDLE, type ImportState } from './state/import-state.ts'

export const ImportStateContext = createContext<ImportState>(IDLE)
export const ImportProgressContext = createContext<ImportProgress | null>(null)
export const ImportActionsContext = createContext<ImportActions | null>(null)

/** The step Import is at. */
export function useImportState(): ImportState {
  return useContext(ImportStateContext)
}

/** What can be done in Import; stable while no import begins or ends. */
export function useImportActions(): ImportActions {
  const actions = useContext(ImportActionsContext)
  if (!actions) throw new Error('useImportActions outside ImportProvider')
  return actions
}

/** How far a job is; null before its first word, and without a job. */
export function useJobProgress(job: string | null): ImportProgress | null {
  const progress = useContext(ImportProgressContext)
  return progress !== null && progress.job === job ? progress : null
}
