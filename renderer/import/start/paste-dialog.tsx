import { Button, Modal, Textarea } from '@mantine/core'
import { type ClipboardEvent, useState } from 'react'
import { useImportActions } from '../import-context.ts'
import { holdsCells, pasteObstacle } from './pasted-text.ts'
import classes from './start.module.css'

interface PasteDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** A box to paste cells into, for those who look for one. */
export function PasteDialog({ opened, onClose }: PasteDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Paste cells from a spreadsheet"
      size="lg"
      centered
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <PasteBox onDone={onClose} />
    </Modal>
  )
}

function PasteBox({ onDone }: { readonly onDone: () => void }) {
  const [text, setText] = useState('')
  const [refused, setRefused] = useState<string | null>(null)
  const { openPasted } = useImportActions()
  const goOn = (cells: string) => {
    openPasted(cells)
    onDone()
  }
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text/plain')
    // A whole table goes straight on: thousands of rows in a text box would only make the window slow.
    if (text !== '' || !holdsCells(pasted)) return
    event.preventDefault()
    const obstacle = pasteObstacle(pasted)
    if (obstacle === null) goOn(pasted)
    else setRefused(obstacle)
  }
  const obstacle = text === '' ? refused : pasteObstacle(text)
  return (
    <div className={classes.pasteBox}>
      <p className={classes.quiet}>
        Select the rows in Excel, Google Sheets or Numbers together with their column names, copy them, and
        paste them here.
      </p>
      <Textarea
        data-autofocus
        aria-label="Cells"
        placeholder="Paste here"
        autosize={false}
        rows={8}
        value={text}
        onPaste={onPaste}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <p className={classes.quiet} role="status">
        {obstacle}
      </p>
      <div className={classes.dialogButtons}>
        <Button variant="default" onClick={onDone}>
          Cancel
        </Button>
        <Button disabled={text === '' || obstacle !== null} onClick={() => goOn(text)}>
          Look at the cells
        </Button>
      </div>
    </div>
  )
}
