import { Button } from '@mantine/core'
import type { DriftReport } from '../../../electron/contract/drift.ts'
import { useDriftReport } from '../../bridge/monitor-queries.ts'
import { formatCount, plural } from '../../format/numbers.ts'
import { Card } from '../../ui/card.tsx'
import classes from '../monitor.module.css'
import { type PanelProps, toDriftRequest, withTest } from '../monitor-state.ts'
import { ReportState } from '../report-state.tsx'
import { VerdictChip } from '../verdict-chip.tsx'
import driftClasses from './drift.module.css'
import { FieldCard, QuietFields } from './field-card.tsx'
import type { TestChoice } from './field-numbers.tsx'
import { groupFields } from './group-fields.ts'
import { RuleChoice } from './rule-choice.tsx'
import { ScoreCard } from './score-card.tsx'
import { reportVerdictWords } from './verdict-words.ts'

/** Whether these leads are like those they are compared with. */
export function DriftPanel({ state, onChange, usualRule }: PanelProps) {
  const request = toDriftRequest(state, usualRule)
  const report = useDriftReport(request)
  const tests: TestChoice | null =
    request.rule === 'evidently'
      ? {
          chosen: state.tests,
          onChoose: (field, test) => onChange({ tests: withTest(state.tests, field, test) }),
        }
      : null
  return (
    <ReportState report={report} doing="Comparing the leads" height={220}>
      {(data) => (
        <div
          className={classes.stack}
          data-report="drift"
          data-verdict={data.verdict}
          data-leads={data.window.leads}
        >
          <Headline report={data} onLookAtAll={() => onChange({ window: { kind: 'all' } })} />
          <Findings report={data} tests={tests} />
          {data.verdict === 'no_leads' || data.verdict === 'no_baseline' ? null : (
            <RuleChoice
              rule={request.rule}
              sentence={data.ruleSentence}
              onRule={(rule) => onChange({ rule })}
            />
          )}
        </div>
      )}
    </ReportState>
  )
}

interface HeadlineProps {
  readonly report: DriftReport
  readonly onLookAtAll: () => void
}

function Headline({ report, onLookAtAll }: HeadlineProps) {
  const { headline, noticeable, overlap, window, baseline, verdict, request } = report
  const compared = baseline.leads > 0 ? `, compared with ${baseline.name}` : ''
  return (
    <Card
      title={`${formatCount(window.leads)} ${plural(window.leads, 'lead', 'leads')}: ${window.name}${compared}`}
      labelledBy="drift-headline"
      aside={<VerdictChip {...reportVerdictWords(verdict)} />}
    >
      <p className={driftClasses.headline} data-headline>
        {headline}
      </p>
      {overlap ? <p className={driftClasses.remark}>{overlap.sentence}</p> : null}
      {request.baseline.kind === 'reference' && baseline.leads > 0 && window.leads > 0 ? (
        <p className={driftClasses.remark}>
          The model came with {formatCount(baseline.leads)} leads of its own.
        </p>
      ) : null}
      {noticeable ? <p className={driftClasses.remark}>{noticeable}</p> : null}
      {verdict === 'no_leads' && request.window.kind !== 'all' ? (
        <Button variant="default" onClick={onLookAtAll}>
          Look at all leads
        </Button>
      ) : null}
    </Card>
  )
}

interface FindingsProps {
  readonly report: DriftReport
  readonly tests: TestChoice | null
}

function Findings({ report, tests }: FindingsProps) {
  const { fields, score, window, baseline } = report
  const shared = { names: { window: window.name, baseline: baseline.name }, leads: window.leads, tests }
  const { telling, empty, quiet } = groupFields(fields)
  return (
    <>
      {score ? <ScoreCard score={score} names={shared.names} /> : null}
      {telling.map((drift, index) => (
        <FieldCard
          key={`${drift.field}-${drift.measure}`}
          drift={drift}
          {...shared}
          startsOpen={index === 0 && drift.verdict === 'drift'}
        />
      ))}
      <QuietFields said="Nothing to compare, because there are no values:" fields={empty} {...shared} />
      <QuietFields said="Nothing to say about:" fields={quiet} {...shared} />
    </>
  )
}
