import { useLatencyReport } from '../../bridge/monitor-queries.ts'
import { Card } from '../../ui/card.tsx'
import classes from '../monitor.module.css'
import type { PanelProps } from '../monitor-state.ts'
import { ReportState } from '../report-state.tsx'
import { VerdictChip } from '../verdict-chip.tsx'
import { OperationCard } from './operation-card.tsx'
import { SlowestTable } from './slowest-table.tsx'
import { speedVerdictWords } from './speed-words.ts'

/** How fast leads are scored: the answer, then each way of scoring, then the slowest ones. */
export function SpeedPanel({ state }: PanelProps) {
  const report = useLatencyReport(state.window)
  return (
    <ReportState report={report} doing="Looking at the speed" height={220}>
      {({ verdict, headline, operations, slowest, baselineMachine, window }) => (
        <div className={classes.stack} data-report="speed" data-verdict={verdict}>
          <Card
            title={`Speed: ${window.name}`}
            labelledBy="speed-headline"
            aside={<VerdictChip {...speedVerdictWords({ verdict, operations })} />}
          >
            <p className={classes.sentence} data-headline>
              {headline}
            </p>
          </Card>
          {operations
            .filter(({ stages }) => stages !== null)
            .map((operation) => (
              <OperationCard
                key={operation.operation}
                operation={operation}
                baselineMachine={baselineMachine}
              />
            ))}
          {slowest.length > 0 ? <SlowestTable slowest={slowest} /> : null}
        </div>
      )}
    </ReportState>
  )
}
