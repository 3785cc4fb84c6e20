import { Button, Loader } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { assertNever } from '../../electron/contract/result.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { ViewFrame } from '../ui/view-frame.tsx'
import { ChooseFile } from './choose-file.tsx'
import classes from './import.module.css'
import { useImportJob } from './import-job.tsx'
import { ImportResult } from './import-result.tsx'
import type { ImportState } from './import-state.ts'
import { MappingStep } from './mapping-step.tsx'
import { RunningImport } from './running-import.tsx'

/** Import: choose a file, see what is in it, correct the mapping, score it. */
export function ImportView() {
  const { state } = useImportJob()
  return (
    <ViewFrame title="Import" subtitle={SUBTITLES[state.step]}>
      <Step key={state.step}>{content(state)}</Step>
    </ViewFrame>
  )
}

const SUBTITLES: Readonly<Record<ImportState['step'], string>> = {
  idle: 'Score a whole list from a CSV file and see whom to call first.',
  inspecting: 'Looking at the file. Nothing is stored yet.',
  mapping: 'Check what each column means. Nothing is stored until you start.',
  running: 'You can go on working; the import continues.',
  done: 'Every scored lead is in your history.',
  failed: 'The file was not imported.',
}

function content(state: ImportState): ReactNode {
  switch (state.step) {
    case 'idle':
      return <ChooseFile />
    case 'inspecting':
      return <Inspecting fileName={state.ticket.fileName} />
    case 'mapping':
      return <MappingStep file={state.file} />
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

function Inspecting({ fileName }: { readonly fileName: string }) {
  return (
    <div className={classes.inspecting} role="status">
      <Loader size="sm" />
      <span>Looking at {fileName} …</span>
    </div>
  )
}

function FailedImport({ state }: { readonly state: Extract<ImportState, { step: 'failed' }> }) {
  const { chooseFile, backToMapping, reset } = useImportJob()
  return (
    <div className={classes.column}>
      {state.fileName ? <h2 className={classes.fileName}>{state.fileName}</h2> : null}
      <FailureNote error={state.error}>
        {state.file ? <Button onClick={backToMapping}>Back to the columns</Button> : null}
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
