import { Button } from '@mantine/core'
import type { Finding } from '../../../electron/contract/importing.ts'
import { formatCount, plural } from '../../format/numbers.ts'
import classes from './check.module.css'
import { type FindingGroup, groupFindings } from './finding-groups.ts'
import { troubleWords } from './issue-words.ts'

interface FindingListProps {
  readonly findings: readonly Finding[]
  /** Shows the rows a finding is about; absent where the file is no longer at hand. */
  readonly onShowRows?: (finding: Finding) => void
}

/** What was found out about a file, one sentence each; many of one kind folded into one. */
export function FindingList({ findings, onShowRows }: FindingListProps) {
  const sentence = (finding: Finding) => (
    <>
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
    </>
  )
  return (
    <ul className={classes.findings}>
      {groupFindings(findings).map((group) => (
        <li key={group.key} data-code={group.code} className={classes.finding}>
          {group.findings.length === 1 ? (
            group.findings.map(sentence)
          ) : (
            <details>
              <summary>{groupWords(group)}</summary>
              <ul>
                {group.findings.map((finding) => (
                  <li key={`${finding.text ?? ''} ${finding.message}`}>{sentence(finding)}</li>
                ))}
              </ul>
            </details>
          )}
        </li>
      ))}
    </ul>
  )
}

function groupWords({ column, code, count }: FindingGroup): string {
  const trouble = troubleWords(code)
  const cells = `${formatCount(count)} ${plural(count, 'cell', 'cells')}`
  return [column?.trim() ? `${column}:` : '', cells, trouble].filter((word) => word !== '').join(' ')
}

function showLabel({ rows = [], count = rows.length }: Finding): string {
  return count === 1 ? `row ${formatCount(rows[0] ?? 0)}` : `${formatCount(count)} rows`
}
