import { Button, Modal, Skeleton, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type FileRow, SHOWN_CELL_CHARACTERS } from '../../../electron/contract/importing.ts'
import { toAppError } from '../../../electron/contract/result.ts'
import { useManifest } from '../../app/app-info-context.tsx'
import { formatCount } from '../../format/numbers.ts'
import { FailureNote } from '../../ui/failure-note.tsx'
import { useImportActions } from '../import-context.ts'
import { CellSheet } from '../sheet/cell-sheet.tsx'
import { type OpenFile, targetsOf } from '../state/open-file.ts'
import { fixOf, withFixes } from '../state/settings.ts'
import classes from './check.module.css'
import { fieldOf, fixProblem } from './suggest-fix.ts'
import { useFileRows } from './use-rows.ts'

/** Rows somebody wants to look at, and the column it is about. */
export interface RowsToShow {
  readonly title: string
  readonly rows: readonly number[]
  readonly count: number
  readonly column: number | null
}

interface RowsDialogProps {
  readonly file: OpenFile
  /** null: closed. */
  readonly shown: RowsToShow | null
  readonly onClose: () => void
}

/** The rows a finding is about, as they stand in the file, with the cell in question to be corrected in place. */
export function RowsDialog({ file, shown, onClose }: RowsDialogProps) {
  const [last, setLast] = useState(shown)
  if (shown !== null && shown !== last) setLast(shown)
  return (
    <Modal
      opened={shown !== null}
      onClose={onClose}
      title={last?.title ?? ''}
      size="min(1100px, 94vw)"
      centered
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {last ? <Rows file={file} shown={last} /> : null}
    </Modal>
  )
}

function Rows({ file, shown }: { readonly file: OpenFile; readonly shown: RowsToShow }) {
  const rows = useFileRows(file, shown.rows)
  if (rows.isError) return <FailureNote error={toAppError(rows.error)} />
  if (rows.isPending) return <Skeleton height={160} aria-label="Loading" />
  return (
    <div className={classes.rows}>
      <CellSheet
        label={shown.title}
        file={file}
        rows={rows.data}
        focus={shown.column}
        renderFocus={(row, text) => (
          <CellEditor
            key={`${row.row} ${text}`}
            file={file}
            row={row}
            column={shown.column ?? 0}
            text={text}
          />
        )}
      />
      {shown.count > rows.data.length ? (
        <p className={classes.quiet}>
          The first {formatCount(rows.data.length)} of {formatCount(shown.count)} rows are shown.
        </p>
      ) : null}
    </div>
  )
}

interface CellEditorProps {
  readonly file: OpenFile
  readonly row: FileRow
  readonly column: number
  /** The cell as it stands in the file. */
  readonly text: string
}

/** One cell, corrected in this row alone. One that is not shown as a whole cannot be named, and stays as it is. */
function CellEditor(props: CellEditorProps) {
  const { text } = props
  return text.length > SHOWN_CELL_CHARACTERS ? text : <CellForm {...props} />
}

function CellForm({ file, row, column, text }: CellEditorProps) {
  const { fields } = useManifest()
  const { choose } = useImportActions()
  const fix = fixOf(file.chosen, { row: row.row, column, text })
  const [to, setTo] = useState(fix?.to ?? text)
  const problem = to === text ? null : fixProblem(fieldOf(targetsOf(file).get(column), fields), to)
  const apply = (event: FormEvent) => {
    event.preventDefault()
    if (problem === null) choose(withFixes(file.chosen, [{ column, row: row.row, from: text, to }]))
  }
  return (
    <form className={classes.fix} onSubmit={apply}>
      <TextInput
        size="xs"
        className={classes.cellInput}
        aria-label={`Row ${row.row}: read as`}
        placeholder="empty"
        value={to}
        error={problem}
        onChange={({ currentTarget }) => setTo(currentTarget.value)}
      />
      {to === (fix?.to ?? text) ? (
        fix ? (
          <span className={classes.quiet}>was {text}</span>
        ) : null
      ) : (
        <Button type="submit" size="compact-xs" disabled={problem !== null}>
          Fix
        </Button>
      )}
    </form>
  )
}
