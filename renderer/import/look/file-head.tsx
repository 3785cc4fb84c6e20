import { Button } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import type { CheckReport } from '../../../electron/contract/importing.ts'
import { formatBytes, formatCount, plural } from '../../format/numbers.ts'
import { jumpTo } from '../../ui/jump-to.ts'
import { CheckProgress } from '../check/check-progress.tsx'
import { leadCount, type VerdictFact, verdict, verdictFacts } from '../check/check-words.ts'
import { useImportActions } from '../import-context.ts'
import { type CheckStatus, canStart, checkStatus, type OpenFile, targetsOf } from '../state/open-file.ts'
import { openQuestions } from '../state/settings.ts'
import classes from './look.module.css'

/** The file, what would come of it, and the button that does it. Stays in sight while the rest is scrolled. */
export function FileHead({ file }: { readonly file: OpenFile }) {
  const { start, reset } = useImportActions()
  const { inspection } = file
  const status = checkStatus(file)
  const report = status.step === 'done' ? status.report : null
  const count = leadCount(inspection, report)
  return (
    <div className={classes.head} data-check={status.step}>
      <div className={classes.headText}>
        <h2 className={classes.fileName}>{inspection.fileName}</h2>
        <p className={classes.quiet}>{describeFile(file)}</p>
      </div>
      <div className={classes.buttons}>
        <Button variant="default" onClick={reset}>
          Cancel
        </Button>
        <Button
          // Where an import of the file can go on, that is the first thing to do.
          variant={inspection.unfinished ? 'default' : 'filled'}
          leftSection={<IconPlayerPlay size={18} aria-hidden />}
          disabled={!canStart(file)}
          onClick={() => start(file)}
        >
          Score {count} {plural(report?.accepted ?? inspection.rows, 'lead', 'leads')}
        </Button>
      </div>
      <div className={classes.status} aria-live="polite">
        <Status status={status} file={file} />
      </div>
    </div>
  )
}

function Status({ status, file }: { readonly status: CheckStatus; readonly file: OpenFile }) {
  const { checkAgain } = useImportActions()
  switch (status.step) {
    case 'held':
      return <strong>{heldWords(file)}</strong>
    case 'running':
      return <CheckProgress job={status.job} />
    case 'skipped':
      return (
        <span className={classes.statusLine}>
          <strong>Not checked.</strong>
          <span>Rows that cannot be read are left out, and listed afterwards.</span>
          <Button variant="subtle" size="compact-sm" onClick={checkAgain}>
            Check all rows
          </Button>
        </span>
      )
    case 'failed':
      return (
        <span className={classes.statusLine} role="alert" data-code={status.error.code}>
          <strong>{status.error.message}</strong>
          {status.error.hint ? <span>{status.error.hint}</span> : null}
          <Button variant="subtle" size="compact-sm" onClick={checkAgain}>
            Try again
          </Button>
        </span>
      )
    case 'done':
      return <Verdict report={status.report} file={file} />
  }
}

function heldWords({ refused, inspection: { questions } }: OpenFile): string {
  if (refused) return 'The file cannot be read like this'
  const { length } = openQuestions(questions)
  return length > 1
    ? `${formatCount(length)} questions before anything is scored`
    : 'One question before anything is scored'
}

function Verdict({ report, file }: { readonly report: CheckReport; readonly file: OpenFile }) {
  if (report.outcome === 'refuse') return <strong>{report.message}</strong>
  if (report.outcome === 'ask') return <strong>One question before anything is scored</strong>
  return (
    <span className={classes.statusLine}>
      <strong className={classes.verdict}>{verdict(report)}</strong>
      {[...verdictFacts(report), columnsFact(file)].map(({ text, about }) => (
        <Button
          key={text}
          variant="subtle"
          size="compact-sm"
          className={classes.fact}
          onClick={() => jumpTo(about)}
        >
          {text}
        </Button>
      ))}
    </span>
  )
}

function columnsFact(file: OpenFile): VerdictFact {
  const { columns } = file.inspection
  return {
    text: `${formatCount(targetsOf(file).size)} of ${formatCount(columns.length)} ${plural(columns.length, 'column', 'columns')} used`,
    about: 'mapping-title',
  }
}

function describeFile({ inspection }: OpenFile): string {
  const { columns, bytes, kind, sheet } = inspection
  return [
    `${leadCount(inspection, null)} ${plural(inspection.rows, 'row', 'rows')}`,
    `${formatCount(columns.length)} ${plural(columns.length, 'column', 'columns')}`,
    ...(kind === 'workbook' ? [sheet ? `sheet “${sheet}”` : 'workbook'] : []),
    formatBytes(bytes),
  ].join(' · ')
}
