/** What a user does in Import, as calls to main and steps of the state. */
import type { Batch } from '../../electron/contract/history.ts'
import type { ImportSettings, ImportSummary } from '../../electron/contract/importing.ts'
import type { FileTicket } from '../../electron/contract/methods.ts'
import { toAppError } from '../../electron/contract/result.ts'
import { call, dropFile } from '../bridge/call.ts'
import type { ImportAction } from './state/import-state.ts'
import type { OpenFile } from './state/open-file.ts'

export interface ImportActions {
  /** Opens the file dialog. */
  readonly chooseFile: () => void
  /** Opens the sample file that ships with the app. */
  readonly openSample: () => void
  readonly open: (ticket: FileTicket) => void
  readonly openDropped: (file: File) => void
  readonly openPasted: (text: string) => void
  /** Decides something about the open file. */
  readonly choose: (settings: ImportSettings) => void
  readonly takeBack: () => void
  readonly skipCheck: () => void
  readonly checkAgain: () => void
  readonly start: (file: OpenFile) => void
  /** Goes on with an import that stopped; `ticket` where its file is open, or has moved. */
  readonly resume: (batch: Batch, ticket: FileTicket | null) => void
  readonly stop: (job: string) => void
  readonly backToFile: () => void
  readonly reset: () => void
}

interface ActionParts {
  readonly dispatch: (action: ImportAction) => void
  /** Says that an import is running and answers true; false when none is. */
  readonly turnAway: () => boolean
}

/** Makes the actions over the state of Import; each tells main and then the state. */
export function createImportActions({ dispatch, turnAway }: ActionParts): ImportActions {
  const failed = (job: string | null) => (thrown: unknown) =>
    dispatch({ kind: 'failed', job, error: toAppError(thrown) })

  /** Opens the file of a ticket that has to be got first. */
  function openFrom(ticket: () => Promise<FileTicket | null>): void {
    if (turnAway()) return
    ticket().then((got) => got && dispatch({ kind: 'open', ticket: got }), failed(null))
  }

  function run(fileName: string, work: (job: string) => Promise<ImportSummary>): void {
    if (turnAway()) return
    const job = crypto.randomUUID()
    dispatch({ kind: 'start', job, fileName })
    work(job).then((summary) => dispatch({ kind: 'finished', job, summary }), failed(job))
  }

  return {
    chooseFile: () => openFrom(() => call('chooseFile', {})),
    openSample: () => openFrom(() => call('sampleFile', {})),
    open: (ticket) => openFrom(async () => ticket),
    openDropped: (file) => openFrom(() => dropFile(file)),
    openPasted: (text) => openFrom(() => call('pasteTable', { text })),
    choose: (settings) => dispatch({ kind: 'choose', settings }),
    takeBack: () => dispatch({ kind: 'takeBack' }),
    skipCheck: () => dispatch({ kind: 'skipCheck' }),
    checkAgain: () => dispatch({ kind: 'checkAgain' }),
    start: ({ ticket, inspection, chosen }) =>
      run(inspection.fileName, (job) =>
        call('startImport', { ticket: ticket.ticket, job, settings: chosen }),
      ),
    resume: ({ id, fileName }, ticket) =>
      run(fileName, (job) =>
        call('resumeImport', { batch: id, job, ...(ticket ? { ticket: ticket.ticket } : {}) }),
      ),
    stop: (job) => {
      dispatch({ kind: 'stop' })
      call('cancelJob', { job }).catch(failed(job))
    },
    backToFile: () => dispatch({ kind: 'backToFile' }),
    reset: () => dispatch({ kind: 'reset' }),
  }
}
