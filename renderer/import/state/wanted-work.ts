/** What should be under way for an open file. One place starts and stops work by it (`use-wanted-work.ts`). */
import type { ImportSettings } from '../../../electron/contract/importing.ts'
import type { FileTicket } from '../../../electron/contract/methods.ts'
import type { ImportState } from './import-state.ts'
import { checkStatus, isOutdated } from './open-file.ts'

/** `look` reads the first part of the file, `check` all of it. */
export interface WantedWork {
  readonly kind: 'look' | 'check'
  readonly ticket: FileTicket
  readonly settings: ImportSettings
}

/** Null where nothing is to be done, or only the user can go on. */
export function wantedWork(state: ImportState): WantedWork | null {
  if (state.step === 'opening') return { kind: 'look', ticket: state.ticket, settings: state.chosen }
  if (state.step !== 'look') return null
  const { file } = state
  if (file.refused) return null
  const of = { ticket: file.ticket, settings: file.chosen }
  if (isOutdated(file)) return { kind: 'look', ...of }
  return checkStatus(file).step === 'running' ? { kind: 'check', ...of } : null
}
