import { Button } from '@mantine/core'
import { IconAlertTriangle, IconArrowRight, IconCircleCheck, IconPlayerStop } from '@tabler/icons-react'
import type { ImportSummary } from '../../electron/contract/importing.ts'
import { useManifest } from '../app/app-info-context.tsx'
import { useNavigation } from '../app/navigation.tsx'
import { formatChance } from '../format/chance.ts'
import { formatCount, formatSeconds, plural } from '../format/numbers.ts'
import { BandShares } from '../ui/band-shares.tsx'
import { Card } from '../ui/card.tsx'
import { FindingList } from './finding-list.tsx'
import classes from './import.module.css'
import { useImportJob } from './import-job.tsx'
import { RejectTable } from './reject-table.tsx'

/** What came of the import, and the way to the ranked list. */
export function ImportResult({ summary }: { readonly summary: ImportSummary }) {
  const { showLeads } = useNavigation()
  const { reset } = useImportJob()
  const { target } = useManifest()
  return (
    <div className={classes.column} data-batch={summary.batch}>
      <Card>
        <div className={classes.result}>
          <div className={classes.fileHead}>
            <div className={classes.verdict}>
              <OutcomeIcon summary={summary} />
              <div>
                <h2 className={classes.fileName}>{headline(summary)}</h2>
                <p className={classes.quiet}>{explanation(summary)}</p>
              </div>
            </div>
            <div className={classes.buttons}>
              <Button variant="default" onClick={reset}>
                Import another file
              </Button>
              {summary.accepted > 0 ? (
                <Button
                  rightSection={<IconArrowRight size={18} aria-hidden />}
                  onClick={() => showLeads({ batch: summary.batch })}
                >
                  See the ranked list
                </Button>
              ) : null}
            </div>
          </div>
          {summary.accepted > 0 ? <BandShares bands={summary.bands} /> : null}
          {summary.meanScore === null ? null : (
            <p className={classes.quiet}>
              On average, a lead of this list {target.sentence} with a chance of{' '}
              {formatChance(summary.meanScore)}.
            </p>
          )}
        </div>
      </Card>
      {summary.warnings.length > 0 ? (
        <Card title="Worth knowing" labelledBy="import-warnings">
          <FindingList findings={summary.warnings} />
        </Card>
      ) : null}
      {summary.rejected > 0 ? <RejectTable rejects={summary.rejects} total={summary.rejected} /> : null}
    </div>
  )
}

/** A tick says that everything went in; rows left out are not hidden behind it. */
function OutcomeIcon({ summary: { cancelled, rejected } }: { readonly summary: ImportSummary }) {
  if (cancelled) return <IconPlayerStop size={26} aria-hidden />
  if (rejected > 0) return <IconAlertTriangle size={26} aria-hidden className={classes.partly} />
  return <IconCircleCheck size={26} aria-hidden className={classes.done} />
}

function headline({ accepted, cancelled }: ImportSummary): string {
  const leads = `${formatCount(accepted)} ${plural(accepted, 'lead', 'leads')}`
  if (cancelled) return `Stopped after ${leads}`
  return accepted === 0 ? 'No lead could be scored' : `${leads} scored`
}

/** A rate says something only where the import took long enough to reach its pace. */
const WORTH_A_RATE_SECONDS = 1

function explanation({
  fileName,
  rows,
  rejected,
  repaired,
  seconds,
  rowsPerSecond,
  cancelled,
}: ImportSummary): string {
  const rate = seconds >= WORTH_A_RATE_SECONDS ? ` (${formatCount(Math.round(rowsPerSecond))} a second)` : ''
  const parts = [
    `${formatCount(rows)} ${plural(rows, 'row', 'rows')} of ${fileName} in ${formatSeconds(seconds)}${rate}`,
    rejected === 0 ? 'none rejected' : `${formatCount(rejected)} rejected and not scored`,
    ...(repaired > 0 ? [`${formatCount(repaired)} repaired`] : []),
  ]
  return `${parts.join(', ')}.${cancelled ? ' What was scored before you stopped stays in your history.' : ''}`
}
