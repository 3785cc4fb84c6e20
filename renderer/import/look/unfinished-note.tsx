import { Button } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import type { Batch } from '../../../electron/contract/history.ts'
import { formatWhen } from '../../format/moment.ts'
import { formatCount, plural } from '../../format/numbers.ts'
import { Note } from '../../ui/note.tsx'
import { useImportActions } from '../import-context.ts'
import type { OpenFile } from '../state/open-file.ts'
import classes from './look.module.css'

/** Offers to go on with an import of this very file that stopped half-way. */
export function UnfinishedNote({ file, batch }: { readonly file: OpenFile; readonly batch: Batch }) {
  const { resume } = useImportActions()
  return (
    <div data-unfinished={batch.id}>
      <Note icon={IconPlayerPlay} tone="accent">
        <strong>
          An import of this file ({formatWhen(batch.startedAt, new Date())}) stopped after{' '}
          {formatCount(batch.rows)} {plural(batch.rows, 'row', 'rows')}.
        </strong>
        <span>
          Continue, and only the rest is read. If you score the whole file instead, those rows are scored a
          second time.
        </span>
        <div className={classes.noteWays}>
          {/* The way on that is recommended; a refused setting comes first. */}
          <Button
            size="compact-md"
            variant={file.refused ? 'default' : 'filled'}
            onClick={() => resume(batch, file.ticket)}
          >
            Continue where it stopped
          </Button>
        </div>
      </Note>
    </div>
  )
}
