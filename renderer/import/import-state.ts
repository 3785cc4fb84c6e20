/** The steps of an import as one value: choosing, looking, mapping, running, result. */
import type { FileInspection, ImportProgress, ImportSummary } from '../../electron/contract/importing.ts'
import type { FileTicket } from '../../electron/contract/methods.ts'
import { type AppError, assertNever } from '../../electron/contract/result.ts'
import { suggestedTargets, type Targets } from './mapping.ts'

/** A file that has been looked at, with what its columns are to feed. */
export interface MappedFile {
  readonly ticket: FileTicket
  readonly inspection: FileInspection
  readonly targets: Targets
}

export type ImportState =
  | { readonly step: 'idle' }
  | { readonly step: 'inspecting'; readonly ticket: FileTicket }
  | { readonly step: 'mapping'; readonly file: MappedFile }
  | {
      readonly step: 'running'
      readonly file: MappedFile
      readonly job: string
      readonly progress: ImportProgress | null
      readonly stopping: boolean
    }
  | { readonly step: 'done'; readonly summary: ImportSummary }
  /** `file` is there when the mapping can be tried again. */
  | {
      readonly step: 'failed'
      readonly error: AppError
      readonly fileName: string | null
      readonly file: MappedFile | null
    }

export type ImportAction =
  | { readonly kind: 'inspect'; readonly ticket: FileTicket }
  | { readonly kind: 'inspected'; readonly ticket: FileTicket; readonly inspection: FileInspection }
  | { readonly kind: 'map'; readonly targets: Targets }
  | { readonly kind: 'start'; readonly job: string }
  | { readonly kind: 'progress'; readonly progress: ImportProgress }
  | { readonly kind: 'stop' }
  | { readonly kind: 'finished'; readonly job: string; readonly summary: ImportSummary }
  /** `of` is the ticket or the job that failed, so that a late answer cannot disturb what came after. */
  | { readonly kind: 'failed'; readonly of: string | null; readonly error: AppError }
  | { readonly kind: 'backToMapping' }
  | { readonly kind: 'reset' }

export const IDLE: ImportState = { step: 'idle' }

/** The next state; answers that belong to an earlier file or job change nothing. */
export function nextImportState(state: ImportState, action: ImportAction): ImportState {
  switch (action.kind) {
    case 'inspect':
      return state.step === 'running' ? state : { step: 'inspecting', ticket: action.ticket }
    case 'inspected':
      return waitsFor(state, action.ticket.ticket) ? mapping(action.ticket, action.inspection) : state
    case 'map':
      return state.step === 'mapping'
        ? { step: 'mapping', file: { ...state.file, targets: action.targets } }
        : state
    case 'start':
      if (state.step !== 'mapping') return state
      return { step: 'running', file: state.file, job: action.job, progress: null, stopping: false }
    case 'progress':
      return state.step === 'running' && state.job === action.progress.job
        ? { ...state, progress: action.progress }
        : state
    case 'stop':
      return state.step === 'running' ? { ...state, stopping: true } : state
    case 'finished':
      return waitsFor(state, action.job) ? { step: 'done', summary: action.summary } : state
    case 'failed':
      return failed(state, action.of, action.error)
    case 'backToMapping':
      return state.step === 'failed' && state.file ? { step: 'mapping', file: state.file } : state
    case 'reset':
      return state.step === 'running' ? state : IDLE
    default:
      return assertNever(action)
  }
}

function mapping(ticket: FileTicket, inspection: FileInspection): ImportState {
  return { step: 'mapping', file: { ticket, inspection, targets: suggestedTargets(inspection) } }
}

function failed(state: ImportState, of: string | null, error: AppError): ImportState {
  if (of === null)
    return state.step === 'running' ? state : { step: 'failed', error, fileName: null, file: null }
  if (!waitsFor(state, of)) return state
  if (state.step === 'running')
    return { step: 'failed', error, fileName: state.file.ticket.fileName, file: state.file }
  return { step: 'failed', error, fileName: state.ticket.fileName, file: null }
}

function waitsFor(
  state: ImportState,
  id: string,
): state is Extract<ImportState, { step: 'inspecting' | 'running' }> {
  if (state.step === 'inspecting') return state.ticket.ticket === id
  return state.step === 'running' && state.job === id
}
