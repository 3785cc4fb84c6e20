/** The steps of an import as one value: start, opening, look and check, running, result. */
import {
  type CheckReport,
  DEFAULT_SETTINGS,
  type FileInspection,
  type ImportSettings,
  type ImportSummary,
} from '../../../electron/contract/importing.ts'
import type { FileTicket } from '../../../electron/contract/methods.ts'
import { type AppError, assertNever } from '../../../electron/contract/result.ts'
import { type Check, isOutdated, type OpenFile, openedFile } from './open-file.ts'

export type ImportState =
  | { readonly step: 'idle' }
  | { readonly step: 'opening'; readonly ticket: FileTicket; readonly chosen: ImportSettings }
  | { readonly step: 'look'; readonly file: OpenFile }
  | {
      readonly step: 'running'
      readonly job: string
      readonly fileName: string
      /** The file to come back to when it fails; null for an import that goes on from the history. */
      readonly file: OpenFile | null
      readonly stopping: boolean
    }
  | { readonly step: 'done'; readonly summary: ImportSummary }
  | {
      readonly step: 'failed'
      readonly error: AppError
      readonly fileName: string | null
      readonly file: OpenFile | null
    }

/** Answers name the settings or the job they belong to, so that a late one cannot disturb what came after. */
export type ImportAction =
  | { readonly kind: 'open'; readonly ticket: FileTicket }
  | {
      readonly kind: 'looked'
      readonly settings: ImportSettings
      readonly inspection: FileInspection
    }
  | { readonly kind: 'lookFailed'; readonly settings: ImportSettings; readonly error: AppError }
  | { readonly kind: 'choose'; readonly settings: ImportSettings }
  /** Back to the settings with which the file could be read. */
  | { readonly kind: 'takeBack' }
  | { readonly kind: 'checking'; readonly settings: ImportSettings; readonly job: string }
  | { readonly kind: 'checked'; readonly settings: ImportSettings; readonly report: CheckReport }
  | { readonly kind: 'checkFailed'; readonly settings: ImportSettings; readonly error: AppError }
  | { readonly kind: 'skipCheck' }
  | { readonly kind: 'checkAgain' }
  | { readonly kind: 'start'; readonly job: string; readonly fileName: string }
  | { readonly kind: 'stop' }
  | { readonly kind: 'finished'; readonly job: string; readonly summary: ImportSummary }
  /** `job` null: the file could not even be chosen. */
  | { readonly kind: 'failed'; readonly job: string | null; readonly error: AppError }
  | { readonly kind: 'backToFile' }
  | { readonly kind: 'reset' }

export const IDLE: ImportState = { step: 'idle' }

/** The next state; what does not belong to the present file, settings or job changes nothing. */
export function nextImportState(state: ImportState, action: ImportAction): ImportState {
  switch (action.kind) {
    case 'open':
      return state.step === 'running'
        ? state
        : // A copy: answers are told apart by the settings they belong to, also those about two files.
          { step: 'opening', ticket: action.ticket, chosen: { ...DEFAULT_SETTINGS } }
    case 'looked':
      return looked(state, action)
    case 'lookFailed':
      return lookFailed(state, action)
    case 'start':
      return started(state, action)
    case 'stop':
      return state.step === 'running' ? { ...state, stopping: true } : state
    case 'finished':
      return state.step === 'running' && state.job === action.job
        ? { step: 'done', summary: action.summary }
        : state
    case 'failed':
      return failed(state, action)
    case 'backToFile':
      return state.step === 'failed' && state.file ? { step: 'look', file: state.file } : state
    case 'reset':
      return state.step === 'running' ? state : IDLE
    default: {
      if (state.step !== 'look') return state
      const file = nextOpenFile(state.file, action)
      return file === state.file ? state : { step: 'look', file }
    }
  }
}

type FileAction = Extract<
  ImportAction,
  { kind: 'choose' | 'takeBack' | 'checking' | 'checked' | 'checkFailed' | 'skipCheck' | 'checkAgain' }
>

function nextOpenFile(file: OpenFile, action: FileAction): OpenFile {
  const check = (settings: ImportSettings, next: Check): OpenFile =>
    file.chosen === settings ? { ...file, check: next } : file
  switch (action.kind) {
    case 'choose':
      return { ...file, chosen: action.settings, refused: null }
    case 'takeBack':
      return { ...file, chosen: file.looked, refused: null }
    case 'checking':
      return check(action.settings, { step: 'running', of: action.settings, job: action.job })
    case 'checked': {
      // Cancelled by a later decision, or by the user, who then has it skipped: either way it says nothing.
      if (action.report.cancelled || file.chosen !== action.settings) return file
      return {
        ...file,
        check: { step: 'done', of: action.settings },
        report: action.report,
        reportOf: action.settings,
      }
    }
    case 'checkFailed':
      return check(action.settings, { step: 'failed', of: action.settings, error: action.error })
    case 'skipCheck':
      return { ...file, check: { step: 'skipped', of: file.chosen } }
    case 'checkAgain':
      return { ...file, check: { step: 'none' } }
    default:
      return assertNever(action)
  }
}

function looked(
  state: ImportState,
  { settings, inspection }: Extract<ImportAction, { kind: 'looked' }>,
): ImportState {
  if (state.step === 'opening' && state.chosen === settings) {
    return { step: 'look', file: openedFile(state.ticket, settings, inspection) }
  }
  if (state.step !== 'look' || state.file.chosen !== settings) return state
  return { step: 'look', file: { ...state.file, inspection, looked: settings, refused: null } }
}

function lookFailed(
  state: ImportState,
  { settings, error }: Extract<ImportAction, { kind: 'lookFailed' }>,
): ImportState {
  if (state.step === 'opening' && state.chosen === settings) {
    return { step: 'failed', error, fileName: state.ticket.fileName, file: null }
  }
  if (state.step !== 'look' || state.file.chosen !== settings) return state
  return { step: 'look', file: { ...state.file, refused: error } }
}

function started(
  state: ImportState,
  { job, fileName }: Extract<ImportAction, { kind: 'start' }>,
): ImportState {
  if (state.step === 'running') return state
  const file = state.step === 'look' && !isOutdated(state.file) ? state.file : null
  return { step: 'running', job, fileName, file, stopping: false }
}

function failed(state: ImportState, { job, error }: Extract<ImportAction, { kind: 'failed' }>): ImportState {
  if (state.step !== 'running') {
    if (job !== null) return state
    const file = state.step === 'look' ? state.file : null
    return { step: 'failed', error, fileName: null, file }
  }
  if (state.job !== job) return state
  // Stopped before anything was stored: nothing has happened.
  if (error.code === 'cancelled') return state.file ? { step: 'look', file: state.file } : IDLE
  return { step: 'failed', error, fileName: state.fileName, file: state.file }
}
