import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Timeline } from '../../../electron/contract/drift.ts'
import { useManifest } from '../../app/app-info-context.tsx'
import { formatDays } from '../../format/moment.ts'
import { formatCount } from '../../format/numbers.ts'
import { Table } from '../../ui/table.tsx'
import { reportVerdictWords } from '../drift/verdict-words.ts'
import { VerdictChip } from '../verdict-chip.tsx'
import classes from './timeline.module.css'
import { fewNames } from './timeline-values.ts'

/** More than this is asked for. */
const STEP = 8
/** Fields that are named; all of them are a click away. */
const NAMED = 4

interface PeriodTableProps {
  readonly points: Timeline['points']
  readonly onLook: (window: Timeline['points'][number]['window']) => void
}

/** Each period, the latest first, with its answer and the way to look at it alone. */
export function PeriodTable({ points, onLook }: PeriodTableProps) {
  const [shown, setShown] = useState(STEP)
  const latestFirst = points.toReversed()
  return (
    <>
      <Table
        labelledBy="timeline-periods"
        columns={[
          { title: 'Period', width: '22%' },
          { title: 'Leads', width: '12%' },
          { title: 'Answer', width: '170px' },
          { title: 'What is different' },
          { title: <span className="visually-hidden">What can be done</span>, width: '110px' },
        ]}
      >
        {latestFirst.slice(0, shown).map((point) => (
          <PeriodRow key={point.from} point={point} onLook={onLook} />
        ))}
      </Table>
      {shown < points.length ? (
        <Button
          variant="subtle"
          size="compact-sm"
          className={classes.earlier ?? ''}
          onClick={() => setShown(shown + STEP)}
        >
          Show earlier ones
        </Button>
      ) : null}
    </>
  )
}

interface PeriodRowProps {
  readonly point: Timeline['points'][number]
  readonly onLook: PeriodTableProps['onLook']
}

function PeriodRow({ point, onLook }: PeriodRowProps) {
  const { fields } = useManifest()
  const { from, to, leads, verdict, driftedFields, window } = point
  const labels = driftedFields.map((name) => fields.find((field) => field.name === name)?.label ?? name)
  const days = formatDays(from, to)
  return (
    <tr data-period={from} data-verdict={verdict}>
      <th scope="row">{days}</th>
      <td data-look="figures" data-label="Leads:">
        {formatCount(leads)}
      </td>
      <td>
        <VerdictChip {...reportVerdictWords(verdict)} />
      </td>
      <td data-look="quiet">{labels.length === 0 ? '–' : fewNames(labels, NAMED)}</td>
      <td>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`Look at it: ${days}`}
          onClick={() => onLook(window)}
        >
          Look at it
        </Button>
      </td>
    </tr>
  )
}
