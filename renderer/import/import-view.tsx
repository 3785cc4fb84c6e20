import { Button, Loader } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { assertNever } from '../../electron/contract/result.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { ViewFrame } from '../ui/view-frame.tsx'
import classes from './import.module.css'
import { useImportActions, useImportState } from './import-context.ts'
import { LookStep } from './look/look-step.tsx'
import { ImportResult } from './result/import-result.tsx'
import { RunningImport } from './run/running-import.tsx'
import { StartStep } from './start/start-step.tsx'
import type { ImportState } from './state/import-state.ts'

/** Import: choose a list, see how it is read and what would come of it, score it. */
export function ImportView() {
  const state = useImportState()
  return (
    <ViewFrame title="Import" subtitle={SUBTITLES[state.step]}>
      <Step key={stepKey(state)}>{content(state)}</Step>
    </ViewFrame>
  )
}

const SUBTITLES: Readonly<Record<ImportState['step'], string>> = {
  idle: 'Score a whole list and see whom to call first.',
  opening: 'Looking at the file. Nothing is stored yet.',
  look: 'See what will be read. Nothing is stored until you press Score.',
  running: 'You can go on working; the import continues.',
  done: 'What came of it, and what you can still do about it.',
  failed: 'Nothing was imported.',
}

/** What is opened in one file must not stay open in the next. */
function stepKey(state: ImportState): string {
  return state.step === 'look' ? `look ${state.file.ticket.ticket}` : state.step
}

function content(state: ImportState): ReactNode {
  switch (state.step) {
    case 'idle':
      return <StartStep />
    case 'opening':
      return <Opening fileName={state.ticket.fileName} />
    case 'look':
      return <LookStep file={state.file} />
    case 'running':
      return <RunningImport state={state} />
    case 'done':
      return <ImportResult summary={state.summary} />
    case 'failed':
      return <FailedImport state={state} />
    default:
      return assertNever(state)
  }
}

/** Takes the focus when a step replaces the one the focus was in, so that keyboard and screen reader follow. */
function Step({ children }: { readonly children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Each step begins at its top; the focus alone would scroll to wherever the step before was left.
    ref.current?.parentElement?.scrollTo({ top: 0 })
    if (document.activeElement === document.body) ref.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div ref={ref} tabIndex={-1} className={classes.step}>
      {children}
    </div>
  )
}

function Opening({ fileName }: { readonly fileName: string }) {
  return (
    <div className={classes.inspecting} role="status">
      <Loader size="sm" />
      <span>Looking at {fileName} …</span>
    </div>
  )
}

function FailedImport({ state }: { readonly state: Extract<ImportState, { step: 'failed' }> }) {
  const { chooseFile, backToFile, reset } = useImportActions()
  return (
    <div className={classes.column}>
      {state.fileName ? <h2 className={classes.fileName}>{state.fileName}</h2> : null}
      <FailureNote error={state.error}>
        {state.file ? <Button onClick={backToFile}>Back to the file</Button> : null}
        <Button variant={state.file ? 'default' : 'filled'} onClick={chooseFile}>
          Choose another file
        </Button>
        <Button variant="default" onClick={reset}>
          Close
        </Button>
      </FailureNote>
    </div>
  )
}
