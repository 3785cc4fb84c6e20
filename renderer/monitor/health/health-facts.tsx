import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { HealthReport } from '../../../electron/contract/performance.ts'
import { call } from '../../bridge/call.ts'
import { REPORT_KEY } from '../../bridge/monitor-queries.ts'
import { formatDay, formatMoment } from '../../format/moment.ts'
import { formatBytes, formatCount, plural } from '../../format/numbers.ts'
import { Card } from '../../ui/card.tsx'
import { failureToast } from '../../ui/failure-toast.ts'
import { useToast } from '../../ui/toasts.tsx'
import { formatSmallShare } from '../format-statistics.ts'
import { errorWords } from './error-words.ts'
import classes from './health.module.css'

/** The figures behind the sentences. */
export function HealthFacts({ health }: { readonly health: HealthReport }) {
  const { operations, predictions, batches, databaseBytes, diskFreeBytes, model } = health
  const { total, failed, successRate, errorsByCode } = operations
  const errors = Object.entries(errorsByCode).toSorted(([, a], [, b]) => b - a)
  return (
    <Card title="In figures" labelledBy="health-facts">
      <dl className={classes.facts}>
        <Fact term="Succeeded" name="success">
          {successRate === null
            ? 'nothing scored yet'
            : `${formatSmallShare(successRate)} of ${formatCount(total)} ${plural(total, 'scoring', 'scorings')}`}
          <span className={classes.quiet}>
            {' '}
            (a lead typed in is one; an import counts one for each group it stores)
          </span>
        </Fact>
        <Fact term="Failed" name="failed">
          {failed === 0 ? 'none' : formatCount(failed)}
          {errors.length > 0 ? (
            <ul className={classes.errors}>
              {errors.map(([code, count]) => (
                <li key={code} data-error={code}>
                  {errorWords(code)}: {formatCount(count)} {plural(count, 'time', 'times')}
                </li>
              ))}
            </ul>
          ) : null}
        </Fact>
        <Fact term="Leads stored" name="predictions">
          {formatCount(predictions)}{' '}
          <span className={classes.quiet}>
            (
            {batches === 0
              ? 'no import yet'
              : `${formatCount(batches)} ${plural(batches, 'import', 'imports')}`}
            )
          </span>
        </Fact>
        <Fact term="Size on the disk" name="size">
          {formatBytes(databaseBytes)}
          {diskFreeBytes === null ? null : (
            <span className={classes.quiet}> ({formatBytes(diskFreeBytes)} are free)</span>
          )}
        </Fact>
        <Fact term="Model" name="model">
          {model.name} {model.version}, trained {formatDay(model.trainedAt)} (
          {model.ageDays === 0
            ? 'today'
            : `${formatCount(model.ageDays)} ${plural(model.ageDays, 'day', 'days')} ago`}
          )
        </Fact>
        <Fact term="Database checked" name="integrity">
          <Integrity integrity={health.integrity} />
        </Fact>
      </dl>
    </Card>
  )
}

function Integrity({ integrity }: Pick<HealthReport, 'integrity'>) {
  const toast = useToast()
  const queryClient = useQueryClient()
  const check = useMutation({
    mutationFn: () => call('checkIntegrity', {}),
    onSuccess: ({ ok, sentence }) => {
      toast({ tone: ok ? 'done' : 'failed', text: sentence })
      queryClient.invalidateQueries({ queryKey: REPORT_KEY })
    },
    onError: (thrown) => toast(failureToast(thrown)),
  })
  return (
    <span className={classes.integrity}>
      {integrity ? formatMoment(integrity.checkedAt) : 'not yet'}
      <Button size="compact-sm" variant="default" loading={check.isPending} onClick={() => check.mutate()}>
        Check now
      </Button>
    </span>
  )
}

interface FactProps {
  readonly term: string
  readonly name: string
  readonly children: ReactNode
}

function Fact({ term, name, children }: FactProps) {
  return (
    <div className={classes.fact} data-fact={name}>
      <dt>{term}</dt>
      <dd className="figures">{children}</dd>
    </div>
  )
}
