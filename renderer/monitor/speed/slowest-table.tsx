import { Button } from '@mantine/core'
import type { SlowOperation } from '../../../electron/contract/performance.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { formatMoment, formatWhen } from '../../format/moment.ts'
import { formatCount, formatMs, plural } from '../../format/numbers.ts'
import { Card } from '../../ui/card.tsx'
import { Table } from '../../ui/table.tsx'
import { stageWords } from './speed-words.ts'

/** The slowest scorings, each with its cause where it is known, and the way to what was scored. */
export function SlowestTable({ slowest }: { readonly slowest: readonly SlowOperation[] }) {
  return (
    <Card title="The slowest ones" labelledBy="speed-slowest" flush>
      <Table
        labelledBy="speed-slowest"
        steady
        columns={[
          { title: 'When', width: '16%' },
          { title: 'What', width: '22%' },
          { title: 'Time', width: '12%' },
          { title: 'Why' },
          { title: <span className="visually-hidden">What can be done</span>, width: '120px' },
        ]}
      >
        {slowest.map((operation) => (
          <SlowRow key={`${operation.at}-${operation.lead}-${operation.batch}`} operation={operation} />
        ))}
      </Table>
    </Card>
  )
}

function SlowRow({ operation }: { readonly operation: SlowOperation }) {
  const { operation: kind, at, rows, totalMs, slowestStage, cause } = operation
  return (
    <tr data-slow={kind}>
      <td>
        <time dateTime={at} title={formatMoment(at)}>
          {formatWhen(at, new Date())}
        </time>
      </td>
      <td>
        {kind === 'single'
          ? 'A lead typed in'
          : `${formatCount(rows)} ${plural(rows, 'lead', 'leads')} of an import`}
      </td>
      <td data-look="figures">{formatMs(totalMs)}</td>
      <td>{cause ?? `Not known; ${stageWords(slowestStage)} took longest.`}</td>
      <td>
        <SlowWay operation={operation} />
      </td>
    </tr>
  )
}

function SlowWay({ operation: { lead, batch, at } }: { readonly operation: SlowOperation }) {
  const { showLead, showLeads } = useNavigation()
  const when = formatMoment(at)
  if (lead !== null) {
    return (
      <Button
        size="compact-sm"
        variant="default"
        aria-label={`Show lead of ${when}`}
        onClick={() => showLead(lead)}
      >
        Show lead
      </Button>
    )
  }
  if (batch === null) return null
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={`Show leads imported ${when}`}
      onClick={() => showLeads({ batch })}
    >
      Show leads
    </Button>
  )
}
