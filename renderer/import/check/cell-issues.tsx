import { Button } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { CellIssue } from '../../../electron/contract/importing.ts'
import { formatCount, plural } from '../../format/numbers.ts'
import { Card } from '../../ui/card.tsx'
import { useFocusFallback } from '../../ui/use-focus-fallback.ts'
import type { OpenFile } from '../state/open-file.ts'
import { fixOf } from '../state/settings.ts'
import classes from './check.module.css'
import { cellCount, groupIssues } from './issue-groups.ts'
import { IssueTable } from './issue-table.tsx'
import { FATE_WORDS } from './issue-words.ts'

interface CellIssuesProps {
  readonly file: OpenFile
  readonly issues: readonly CellIssue[]
  readonly onShowRows: (issue: CellIssue) => void
}

/** Cells that were not read as they stand, to be corrected in place: one, or all alike. */
export function CellIssues({ file, issues, onShowRows }: CellIssuesProps) {
  const cards = useRef<HTMLDivElement>(null)
  // What has just been corrected goes at once; the check that follows only confirms it.
  const open = issues.filter(({ column, text }) => fixOf(file.chosen, { row: 0, column, text }) === null)
  useFocusFallback(cards, open.length)
  const lost = open.filter(({ kind }) => kind !== 'repaired')
  const repaired = open.filter(({ kind }) => kind === 'repaired')
  if (open.length === 0) return null
  return (
    <div ref={cards} tabIndex={-1} className={classes.cards}>
      {lost.length > 0 ? <LostCells file={file} issues={lost} onShowRows={onShowRows} /> : null}
      {repaired.length > 0 ? <RepairedCells file={file} issues={repaired} onShowRows={onShowRows} /> : null}
    </div>
  )
}

/** Cells whose value is lost, or with it their row, unless they are corrected. */
function LostCells({ file, issues, onShowRows }: CellIssuesProps) {
  const count = cellCount(issues)
  const byKind = Map.groupBy(issues, ({ kind }) => kind)
  return (
    <Card
      title={`${formatCount(count)} ${plural(count, 'cell needs', 'cells need')} a look`}
      labelledBy="issues-title"
      flush
    >
      {[...byKind].map(([kind, all]) => (
        <section key={kind} data-kind={kind}>
          <p className={classes.fate}>{FATE_WORDS[kind]}</p>
          <IssueTable
            label={FATE_WORDS[kind]}
            file={file}
            groups={groupIssues(all)}
            onShowRows={onShowRows}
          />
        </section>
      ))}
    </Card>
  )
}

/** Cells that were understood though they are written in another way: usually right, so they are folded up. */
function RepairedCells({ file, issues, onShowRows }: CellIssuesProps) {
  const [opened, setOpened] = useState(false)
  const count = cellCount(issues)
  return (
    <Card
      title={`${formatCount(count)} ${plural(count, 'cell is', 'cells are')} read differently`}
      labelledBy="repaired-title"
      flush
      aside={
        <Button
          variant="subtle"
          size="compact-sm"
          aria-expanded={opened}
          rightSection={<IconChevronDown size={14} aria-hidden className={classes.chevron} />}
          onClick={() => setOpened(!opened)}
        >
          {opened ? 'Hide them' : 'Show them'}
        </Button>
      }
    >
      <p className={classes.fate}>{FATE_WORDS.repaired}</p>
      {opened ? (
        <IssueTable
          label={FATE_WORDS.repaired}
          file={file}
          groups={groupIssues(issues)}
          onShowRows={onShowRows}
        />
      ) : null}
    </Card>
  )
}
