import { useAlerts, useDriftReport, useHealthReport, useLatencyReport } from '../../bridge/monitor-queries.ts'
import { activeAlerts } from '../alerts/alert-groups.ts'
import { AlertList } from '../alerts/alert-list.tsx'
import { fieldVerdictWords, reportVerdictWords } from '../drift/verdict-words.ts'
import { healthSentence, healthVerdictWords } from '../health/health-words.ts'
import classes from '../monitor.module.css'
import { lookAtSummary, type PanelProps } from '../monitor-state.ts'
import { speedVerdictWords } from '../speed/speed-words.ts'
import { SummaryCard } from './summary-card.tsx'

/** The answers in sentences: leads, scores, speed, health; above them what wants attention now. */
export function OverviewPanel({ state, onChange, usualRule }: PanelProps) {
  const { window } = state
  // Always against the model's own leads: what was compared last in another part must not change what is said here.
  const drift = useDriftReport({ window, baseline: { kind: 'reference' }, rule: usualRule })
  const speed = useLatencyReport(window)
  const health = useHealthReport()
  const alerts = activeAlerts(useAlerts().data ?? [])
  return (
    <div className={classes.stack}>
      {alerts.length > 0 ? (
        <AlertList alerts={alerts} heading="Wants your attention" onLook={onChange} />
      ) : null}
      <div className={classes.summaries}>
        <SummaryCard
          part="leads"
          title="Leads"
          report={drift}
          onMore={() => onChange(lookAtSummary(state))}
          words={({ verdict, headline }) => ({ verdict: reportVerdictWords(verdict), sentence: headline })}
        />
        <SummaryCard
          part="scores"
          title="Scores"
          report={drift}
          onMore={() => onChange(lookAtSummary(state))}
          words={({ score }) =>
            score
              ? { verdict: fieldVerdictWords(score.verdict), sentence: score.sentence }
              : {
                  verdict: fieldVerdictWords('no_data'),
                  sentence: 'There are no scores to compare here yet.',
                }
          }
        />
        <SummaryCard
          part="speed"
          title="Speed"
          report={speed}
          onMore={() => onChange({ panel: 'speed' })}
          words={(report) => ({ verdict: speedVerdictWords(report), sentence: report.headline })}
        />
        <SummaryCard
          part="health"
          title="Health"
          report={health}
          onMore={() => onChange({ panel: 'health' })}
          words={(data) => ({
            verdict: healthVerdictWords(data.findings[0]?.severity ?? 'ok'),
            sentence: healthSentence(data),
          })}
        />
      </div>
    </div>
  )
}
