import { Button } from '@mantine/core'
import { IconChevronDown, IconPlayerPlay } from '@tabler/icons-react'
import type { Batch } from '../../../electron/contract/history.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { formatMoment, formatWhen } from '../../format/moment.ts'
import { useImportActions } from '../import-context.ts'
import { BatchDetails } from './batch-details.tsx'
import { BATCH_STATE_WORDS, batchCounts, batchWays } from './batch-words.ts'
import classes from './history.module.css'

interface BatchRowProps {
  readonly batch: Batch
  readonly opened: boolean
  readonly onToggle: () => void
  readonly onUndo: () => void
}

/** One import in the history; opens to show what was said about it. */
export function BatchRow({ batch, opened, onToggle, onUndo }: BatchRowProps) {
  const { showLeads } = useNavigation()
  const { resume } = useImportActions()
  const ways = batchWays(batch)
  const { main, aside } = batchCounts(batch)
  const { id, fileName, state, startedAt } = batch
  return (
    <>
      <tr data-batch={id} data-state={state}>
        <th scope="row">
          <span className={classes.name}>{fileName}</span>
          <span className={classes.when}>
            <time dateTime={startedAt} title={formatMoment(startedAt)}>
              {formatWhen(startedAt, new Date())}
            </time>
            {state === 'done' ? null : <span className={classes.state}>{BATCH_STATE_WORDS[state]}</span>}
          </span>
        </th>
        <td data-look="figures">
          {main}
          {aside ? <span className={classes.aside}>{aside}</span> : null}
        </td>
        <td>
          <div className={classes.ways}>
            {ways.resume ? (
              <Button
                size="compact-sm"
                variant="default"
                leftSection={<IconPlayerPlay size={14} aria-hidden />}
                aria-label={`Continue the import of ${fileName}`}
                onClick={() => resume(batch, null)}
              >
                Continue
              </Button>
            ) : null}
            {ways.showLeads ? (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`Show leads of ${fileName}`}
                onClick={() => showLeads({ batch: id })}
              >
                Show leads
              </Button>
            ) : null}
            <Button
              size="compact-sm"
              variant="subtle"
              aria-expanded={opened}
              aria-controls={`batch-${id}`}
              aria-label={`Details of ${fileName}`}
              rightSection={<IconChevronDown size={14} aria-hidden className={classes.chevron} />}
              onClick={onToggle}
            >
              Details
            </Button>
          </div>
        </td>
      </tr>
      {opened ? (
        <tr id={`batch-${id}`}>
          <td colSpan={3} className={classes.detailsCell}>
            <BatchDetails batch={batch} ways={ways} onUndo={onUndo} />
          </td>
        </tr>
      ) : null}
    </>
  )
}
