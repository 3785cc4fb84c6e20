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
import { cellCount, groupIssues, unlistedCells } from './issue-groups.ts'
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
  const ofKind = (kind: CellIssue['kind']) => ({
    file,
    onShowRows,
    issues: open.filter((issue) => issue.kind === kind),
    unlisted: unlistedCells(file.report, kind),
  })
  const lost = ofKind('missing')
  const repaired = ofKind('repaired')
  if (open.length === 0) return null
  return (
    <div ref={cards} tabIndex={-1} className={classes.cards}>
      {lost.issues.length > 0 ? <LostCells {...lost} /> : null}
      {repaired.issues.length > 0 ? <RepairedCells {...repaired} /> : null}
    </div>
  )
}

interface KindProps extends CellIssuesProps {
  /** Cells of this kind that the check found but does not list. */
  readonly unlisted: number
}

/** Cells whose value is lost unless they are corrected. */
function LostCells({ file, issues, unlisted, onShowRows }: KindProps) {
  const count = cellCount(issues) + unlisted
  return (
    <Card
      title={`${formatCount(count)} ${plural(count, 'cell needs', 'cells need')} a look`}
      labelledBy="issues-title"
      flush
    >
      <p className={classes.fate}>{FATE_WORDS.missing}</p>
      <IssueTable
        label={FATE_WORDS.missing}
        file={file}
        groups={groupIssues(issues)}
        onShowRows={onShowRows}
      />
      <Unlisted count={unlisted} />
    </Card>
  )
}

function Unlisted({ count }: { readonly count: number }) {
  if (count === 0) return null
  return (
    <p className={classes.unlisted}>
      {formatCount(count)} more {plural(count, 'cell', 'cells')} with other texts. They are listed once some
      of these are corrected.
    </p>
  )
}

/** Cells that were understood though they are written in another way: usually right, so they are folded up. */
function RepairedCells({ file, issues, unlisted, onShowRows }: KindProps) {
  const [opened, setOpened] = useState(false)
  const count = cellCount(issues) + unlisted
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
      {opened ? <Unlisted count={unlisted} /> : null}
    </Card>
  )
}
