import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import type { CellIssue } from '../../../electron/contract/importing.ts'
import { useManifest } from '../../app/app-info-context.tsx'
import { formatCount, plural } from '../../format/numbers.ts'
import { Card } from '../../ui/card.tsx'
import { Table } from '../../ui/table.tsx'
import { useFocusFallback } from '../../ui/use-focus-fallback.ts'
import { type OpenFile, targetsOf } from '../state/open-file.ts'
import { fixOf } from '../state/settings.ts'
import classes from './check.module.css'
import { groupIssues, type IssueGroup } from './issue-groups.ts'
import { IssueRow } from './issue-row.tsx'
import { FATE_WORDS, troubleWords } from './issue-words.ts'
import { fieldOf } from './suggest-fix.ts'

/** A column of free text may go wrong in hundreds of ways; the frequent ones are worth a look. */
const STEP = 6

interface CellIssuesProps {
  readonly file: OpenFile
  readonly issues: readonly CellIssue[]
  readonly onShowRows: (issue: CellIssue) => void
}

/** Cells that were not read as they stand, to be corrected in place: one, or all alike. */
export function CellIssues({ file, issues, onShowRows }: CellIssuesProps) {
  const card = useRef<HTMLDivElement>(null)
  // What has just been corrected goes at once; the check that follows only confirms it.
  const open = issues.filter(({ column, text }) => fixOf(file.chosen, { row: 0, column, text }) === null)
  useFocusFallback(card, open.length)
  const groups = groupIssues(open)
  if (groups.length === 0) return null
  const cells = open.reduce((sum, { count }) => sum + count, 0)
  return (
    <div ref={card} tabIndex={-1} className={classes.focusable}>
      <Card
        title={`${formatCount(cells)} ${plural(cells, 'cell needs', 'cells need')} a look`}
        labelledBy="issues-title"
        flush
      >
        {groups.map((group) => (
          <IssueGroupTable key={group.key} file={file} group={group} onShowRows={onShowRows} />
        ))}
      </Card>
    </div>
  )
}

interface IssueGroupTableProps {
  readonly file: OpenFile
  readonly group: IssueGroup
  readonly onShowRows: (issue: CellIssue) => void
}

function IssueGroupTable({ file, group, onShowRows }: IssueGroupTableProps) {
  const { fields } = useManifest()
  const [shown, setShown] = useState(STEP)
  const field = fieldOf(targetsOf(file).get(group.column), fields)
  const title = `issues-${group.kind}-${group.code}-${group.column}`
  const rest = group.issues.length - shown
  const trouble = troubleWords(group.code)
  return (
    <section className={classes.group} aria-labelledby={title} data-code={group.code} data-kind={group.kind}>
      <header className={classes.groupHead}>
        <h3 id={title}>
          {group.header.trim() || `Column ${group.column + 1}`}
          {trouble ? <span className={classes.trouble}>: {trouble}</span> : null}
        </h3>
        <p className={classes.quiet}>
          {formatCount(group.count)} {plural(group.count, 'cell', 'cells')}. {FATE_WORDS[group.kind]}
        </p>
      </header>
      <Table
        labelledBy={title}
        columns={[
          { title: 'In the file', width: '22%' },
          { title: 'What about it' },
          { title: 'Where', width: '112px' },
          { title: 'Read it as', width: '300px' },
        ]}
      >
        {group.issues.slice(0, shown).map((issue) => (
          <IssueRow key={issue.text} issue={issue} field={field} file={file} onShowRows={onShowRows} />
        ))}
      </Table>
      {rest > 0 ? (
        <div className={classes.more}>
          <Button variant="subtle" size="compact-sm" onClick={() => setShown(shown + 5 * STEP)}>
            Show more of the {formatCount(rest)} other texts
          </Button>
        </div>
      ) : null}
    </section>
  )
}
