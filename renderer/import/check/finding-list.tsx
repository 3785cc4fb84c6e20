import { Button } from '@mantine/core'
import type { Finding } from '../../../electron/contract/importing.ts'
import { formatCount } from '../../format/numbers.ts'
import classes from './check.module.css'

interface FindingListProps {
  readonly findings: readonly Finding[]
  /** Shows the rows a finding is about; absent where the file is no longer at hand. */
  readonly onShowRows?: (finding: Finding) => void
}

/** What was found out about a file, one sentence each. */
export function FindingList({ findings, onShowRows }: FindingListProps) {
  return (
    <ul className={classes.findings}>
      {findings.map((finding) => (
        <li key={`${finding.code} ${finding.column ?? ''} ${finding.message}`} data-code={finding.code}>
          {finding.message}{' '}
          {onShowRows && finding.rows && finding.rows.length > 0 ? (
            <Button
              variant="subtle"
              size="compact-xs"
              aria-label={`Show ${showLabel(finding)}: ${finding.message}`}
              onClick={() => onShowRows(finding)}
            >
              Show {showLabel(finding)}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function showLabel({ rows = [], count = rows.length }: Finding): string {
  return count === 1 ? `row ${formatCount(rows[0] ?? 0)}` : `${formatCount(count)} rows`
}
