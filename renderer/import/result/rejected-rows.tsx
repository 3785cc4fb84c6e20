import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import type { ImportSummary } from '../../../electron/contract/importing.ts'
import { formatCount, plural } from '../../format/numbers.ts'
import { Card } from '../../ui/card.tsx'
import classes from '../import.module.css'
import { RejectTable } from './reject-table.tsx'
import { useSaveRejects } from './use-save-rejects.ts'

/** The rows that did not go in, and the file to mend them in. */
export function RejectedRows({ summary: { batch, rejected, rejects } }: { readonly summary: ImportSummary }) {
  const { busy, save } = useSaveRejects(batch)
  return (
    <Card
      title={`${formatCount(rejected)} ${plural(rejected, 'row', 'rows')} left out`}
      labelledBy="rejects-title"
      flush
      aside={
        <Button
          variant="default"
          size="compact-md"
          loading={busy}
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={save}
        >
          Save rejected rows …
        </Button>
      }
    >
      <p className={classes.cardText}>
        They are not in your list. Save them to a file of their own, correct them there and import that file.
        Row 1 is the first one below the column names.
      </p>
      <RejectTable rejects={rejects} total={rejected} />
    </Card>
  )
}
