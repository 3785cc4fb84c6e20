import { Button } from '@mantine/core'
import { IconFilterOff, IconRefresh } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { toAppError } from '../../electron/contract/result.ts'
import { useNavigation } from '../app/navigation.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import classes from './call-list.module.css'
import { EVERY_LEAD } from './lead-list-state.ts'
import type { useLeadList } from './use-lead-list.ts'

interface ListBodyProps {
  readonly list: ReturnType<typeof useLeadList>
  readonly children: ReactNode
}

/** The list, or why there is none: a failure, or filters that nobody fits. */
export function ListBody({ list: { query, rows, outdated, refresh }, children }: ListBodyProps) {
  const { list, setList } = useNavigation()
  if (query.isError && rows.length === 0) {
    return (
      <div className={classes.failure}>
        <FailureNote error={toAppError(query.error)}>
          <Button onClick={() => query.refetch()}>Try again</Button>
        </FailureNote>
      </div>
    )
  }
  if (query.isSuccess && !query.isPlaceholderData && rows.length === 0) {
    return (
      <EmptyState
        icon={IconFilterOff}
        title="No lead fits"
        actions={
          <Button variant="default" onClick={() => setList({ ...EVERY_LEAD, order: list.order })}>
            Clear the filters
          </Button>
        }
      >
        {list.search.trim() === ''
          ? 'No lead has all that you filter by.'
          : 'Search looks at how words in name, company, e-mail and job title begin. Try fewer or shorter words.'}
      </EmptyState>
    )
  }
  return (
    <div className={classes.listArea}>
      {outdated ? (
        <Button
          className={classes.refresh}
          size="compact-md"
          radius="xl"
          leftSection={<IconRefresh size={16} aria-hidden />}
          onClick={refresh}
        >
          The list has changed: show it anew
        </Button>
      ) : null}
      {children}
    </div>
  )
}
