import { Button } from '@mantine/core'
import { FailureNote } from '../../ui/failure-note.tsx'
import { CheckFindings } from '../check/check-findings.tsx'
import { DuplicatesChoice } from '../check/duplicates-choice.tsx'
import classes from '../import.module.css'
import { useImportActions } from '../import-context.ts'
import { checkStatus, type OpenFile } from '../state/open-file.ts'
import { openQuestions } from '../state/settings.ts'
import { FileHead } from './file-head.tsx'
import { MappingTable } from './mapping-table.tsx'
import { Questions } from './questions.tsx'
import { ReadingCard } from './reading-card.tsx'
import { UnfinishedNote } from './unfinished-note.tsx'

/** What is in the file, how it will be read, and what would come of it. Nothing is stored before Score. */
export function LookStep({ file }: { readonly file: OpenFile }) {
  const { takeBack } = useImportActions()
  const { inspection, refused } = file
  const status = checkStatus(file)
  // Most questions are there at once; some show only when every row has been read.
  const late = status.step === 'done' ? status.report.question : undefined
  return (
    <div className={classes.column}>
      <FileHead file={file} />
      {refused ? (
        <FailureNote error={refused}>
          <Button onClick={takeBack}>Take the last change back</Button>
        </FailureNote>
      ) : null}
      {inspection.unfinished ? <UnfinishedNote file={file} batch={inspection.unfinished} /> : null}
      <Questions file={file} questions={late ? [late] : openQuestions(inspection.questions)} />
      {file.report ? <DuplicatesChoice file={file} report={file.report} /> : null}
      <ReadingCard file={file} />
      <CheckFindings file={file} />
      <MappingTable file={file} />
    </div>
  )
}
