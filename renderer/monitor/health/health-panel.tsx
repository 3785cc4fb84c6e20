import type { HealthReport } from '../../../electron/contract/performance.ts'
import { useHealthReport } from '../../bridge/monitor-queries.ts'
import { Card } from '../../ui/card.tsx'
import classes from '../monitor.module.css'
import { ReportState } from '../report-state.tsx'
import { VerdictChip } from '../verdict-chip.tsx'
import healthClasses from './health.module.css'
import { HealthFacts } from './health-facts.tsx'
import { healthVerdictWords } from './health-words.ts'
import { VolumeCard } from './volume-card.tsx'

/** Whether everything works: sentences, the worst first, then the figures. */
export function HealthPanel() {
  const report = useHealthReport()
  return (
    <div className={classes.parted}>
      <ReportState report={report} doing="Looking at the health" height={220}>
        {(data) => (
          <div className={classes.stack} data-report="health">
            <Findings findings={data.findings} />
            <VolumeCard days={data.days} />
            <HealthFacts health={data} />
          </div>
        )}
      </ReportState>
    </div>
  )
}

function Findings({ findings }: Pick<HealthReport, 'findings'>) {
  return (
    <Card title="How things stand" labelledBy="health-findings">
      <ul className={healthClasses.findings}>
        {findings.map(({ severity, sentence }) => (
          <li key={sentence} data-severity={severity}>
            <span className={healthClasses.chip}>
              <VerdictChip {...healthVerdictWords(severity)} />
            </span>
            <span>{sentence}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
