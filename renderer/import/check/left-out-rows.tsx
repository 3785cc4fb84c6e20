import type { CheckReport } from '../../../electron/contract/importing.ts'
import { formatCount, plural } from '../../format/numbers.ts'
import { Card } from '../../ui/card.tsx'
import { RejectTable } from '../result/reject-table.tsx'
import classes from './check.module.css'

/** The table is for looking, not for reading a thousand rows. */
const SHOWN = 25

/** Rows that will be left out as a whole, with the reason. */
export function LeftOutRows({ report }: { readonly report: CheckReport }) {
  const { rejects } = report
  if (rejects.length === 0) return null
  return (
    <Card
      title={`${formatCount(report.rejected)} ${plural(report.rejected, 'row is', 'rows are')} left out`}
      labelledBy="left-out-title"
      flush
      aside={<span className={classes.quiet}>After the import you can save them to a file</span>}
    >
      <RejectTable rejects={rejects.slice(0, SHOWN)} total={report.rejected} />
    </Card>
  )
}
