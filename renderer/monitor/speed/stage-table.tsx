import type { LatencyDistribution, OperationLatency } from '../../../electron/contract/performance.ts'
import { formatFineMs } from '../../format/numbers.ts'
import { Table } from '../../ui/table.tsx'
import classes from './speed.module.css'
import { measuredWords, OPERATION_TITLES, STAGES } from './speed-words.ts'

/** The figures of a row, with what they are called. */
const FIGURES: readonly {
  readonly key: keyof Omit<LatencyDistribution, 'n'>
  readonly label: string
  /** As it is called elsewhere, for those who look for it. */
  readonly known: string
}[] = [
  { key: 'p50', label: 'Typical', known: 'half are faster; p50' },
  { key: 'p95', label: '95 of 100 within', known: 'p95' },
  { key: 'p99', label: '99 of 100 within', known: 'p99' },
  { key: 'mean', label: 'Average', known: 'mean' },
  { key: 'max', label: 'Slowest', known: 'max' },
]

interface StageTableProps {
  readonly operation: OperationLatency
  readonly baselineMachine: string | null
}

/** Times by step, and for comparison the model's own measurement and this computer's first weeks. */
export function StageTable({ operation, baselineMachine }: StageTableProps) {
  const { operation: kind, stages, baseline, firstWeeks } = operation
  return (
    <div className={classes.table}>
      <Table
        label={`${OPERATION_TITLES[kind]}: times by step`}
        steady
        columns={[
          { title: 'Time per lead', width: '28%' },
          ...FIGURES.map(({ label, known }) => ({
            title: (
              <>
                {label} <span className={classes.known}>({known})</span>
              </>
            ),
          })),
        ]}
      >
        {STAGES.map(({ stage, label }) => {
          const times = stages?.[stage]
          return times ? <TimesRow key={stage} name={label} stage={stage} times={times} /> : null
        })}
        {baseline?.total ? (
          <TimesRow name="When the model was measured" stage="baseline" times={baseline.total} />
        ) : null}
        {firstWeeks ? (
          <TimesRow name="This computer’s first four weeks" stage="first-weeks" times={firstWeeks} />
        ) : null}
      </Table>
      {baseline?.total && baselineMachine !== null ? (
        <p className={classes.quiet}>{measuredWords(kind, baselineMachine, baseline.total.n)}</p>
      ) : null}
    </div>
  )
}

interface TimesRowProps {
  readonly name: string
  readonly stage: string
  readonly times: LatencyDistribution
}

function TimesRow({ name, stage, times }: TimesRowProps) {
  return (
    <tr data-stage={stage}>
      <th scope="row">{name}</th>
      {FIGURES.map(({ key }) => (
        <td key={key} data-look="figures" data-figure={key}>
          {formatFineMs(times[key])}
        </td>
      ))}
    </tr>
  )
}
