import { Button, Loader } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import { Card } from '../../ui/card.tsx'
import classes from '../monitor.module.css'
import { ReportState } from '../report-state.tsx'
import type { VerdictWords } from '../tone.ts'
import { VerdictChip } from '../verdict-chip.tsx'

interface SummaryCardProps<T> {
  readonly part: 'leads' | 'scores' | 'speed' | 'health'
  readonly title: string
  readonly report: UseQueryResult<T>
  /** What the report says in one sentence. */
  readonly words: (data: T) => { readonly verdict: VerdictWords; readonly sentence: string }
  readonly onMore: () => void
}

/** One answer: its verdict, its sentence, and the way to what is behind it. */
export function SummaryCard<T>({ part, title, report, words, onMore }: SummaryCardProps<T>) {
  const said = report.data === undefined || report.isError ? null : words(report.data)
  return (
    <div className={classes.summary} data-summary={part}>
      <Card
        title={title}
        labelledBy={`summary-${part}`}
        aside={<Verdict fetching={report.isFetching} words={said?.verdict ?? null} />}
      >
        <ReportState report={report} doing={`Looking at ${title.toLowerCase()}`} height={64} unsaid>
          {(data) => <p className={classes.sentence}>{words(data).sentence}</p>}
        </ReportState>
        <Button
          variant="subtle"
          size="compact-sm"
          className={classes.more ?? ''}
          aria-label={`See more about ${title.toLowerCase()}`}
          rightSection={<IconArrowRight size={14} aria-hidden />}
          onClick={onMore}
        >
          See more
        </Button>
      </Card>
    </div>
  )
}

interface VerdictProps {
  readonly fetching: boolean
  readonly words: VerdictWords | null
}

/** The verdict; while another report is made, a sign that one is, for the old verdict is not that of what was chosen. */
function Verdict({ fetching, words }: VerdictProps) {
  if (fetching) return <Loader size={16} className={classes.late ?? ''} />
  return words ? <VerdictChip {...words} /> : null
}
