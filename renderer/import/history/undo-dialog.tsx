import { Button, Modal, Progress } from '@mantine/core'
import { type UseMutationResult, useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { UndoSummary } from '../../../electron/contract/importing.ts'
import { toAppError } from '../../../electron/contract/result.ts'
import { call } from '../../bridge/call.ts'
import { formatCount, plural } from '../../format/numbers.ts'
import { FailureNote } from '../../ui/failure-note.tsx'
import { useJobProgress } from '../import-context.ts'
import { importShare } from '../run/import-share.ts'
import classes from './history.module.css'
import { UndoResult } from './undo-result.tsx'

/** An import that could be undone, as far as the dialog has to know it. */
export interface UndoableBatch {
  readonly id: number
  readonly fileName: string
  readonly leads: number
}

interface UndoDialogProps {
  /** null: closed. */
  readonly batch: UndoableBatch | null
  readonly onClose: () => void
}

/** Asks before an import is undone, says what goes and what stays, and afterwards what has stayed. */
export function UndoDialog({ batch, onClose }: UndoDialogProps) {
  // While it closes the dialog still shows what it was about.
  const [last, setLast] = useState(batch)
  if (batch !== null && batch !== last) setLast(batch)
  const undo = useMutation({
    mutationFn: (request: { batch: number; job: string }): Promise<UndoSummary> =>
      call('undoImport', request),
  })
  const shown = batch ?? last
  return (
    <Modal
      opened={batch !== null}
      // What could not be taken out is said at the end: it must not be missed.
      onClose={() => !undo.isPending && onClose()}
      onExitTransitionEnd={undo.reset}
      withCloseButton={!undo.isPending}
      title={shown ? `Undo the import of ${shown.fileName}` : ''}
      size="lg"
      centered
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {shown ? <Undoing batch={shown} undo={undo} onClose={onClose} /> : null}
    </Modal>
  )
}

interface UndoingProps {
  readonly batch: UndoableBatch
  readonly undo: UseMutationResult<UndoSummary, Error, { batch: number; job: string }>
  readonly onClose: () => void
}

function Undoing({ batch: { id, leads }, undo, onClose }: UndoingProps) {
  if (undo.data) return <UndoResult summary={undo.data} onClose={onClose} />
  if (undo.isPending) return <UndoProgress job={undo.variables.job} leads={leads} />
  const count = `${formatCount(leads)} ${plural(leads, 'lead', 'leads')}`
  return (
    <div className={classes.undo}>
      {undo.isError ? <FailureNote error={toAppError(undo.error)} /> : <WhatGoes leads={leads} />}
      <div className={classes.dialogButtons}>
        <Button variant="default" onClick={onClose} data-autofocus>
          Keep the import
        </Button>
        <Button color="red.8" onClick={() => undo.mutate({ batch: id, job: crypto.randomUUID() })}>
          {undo.isError ? 'Try again' : `Take out ${count}`}
        </Button>
      </div>
    </div>
  )
}

function WhatGoes({ leads }: { readonly leads: number }) {
  return (
    <dl className={classes.whatGoes}>
      <dt>What goes</dt>
      <dd>
        The {formatCount(leads)} {plural(leads, 'lead', 'leads')} of this import, with{' '}
        {plural(leads, 'its', 'their')} {plural(leads, 'score', 'scores')}.
      </dd>
      <dt>What stays</dt>
      <dd>
        Leads with an outcome and leads that were changed since: you are told which. The file itself, and
        everything from other imports. Where this import had replaced earlier leads, those come back.
      </dd>
    </dl>
  )
}

function UndoProgress({ job, leads }: { readonly job: string; readonly leads: number }) {
  const share = importShare(useJobProgress(job))
  return (
    <div className={classes.undo} role="status">
      <p className={classes.facts}>
        Taking out {formatCount(leads)} {plural(leads, 'lead', 'leads')} …
      </p>
      <Progress value={share * 100} aria-label="Share of the leads that have been taken out" />
    </div>
  )
}
