import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Field } from '../../../electron/contract/app-info.ts'
import { type CellIssue, LONGEST_FIXABLE_TEXT } from '../../../electron/contract/importing.ts'
import { isOpenCategory } from '../../../electron/contract/read-field.ts'
import { formatCount } from '../../format/numbers.ts'
import { useImportActions } from '../import-context.ts'
import type { OpenFile } from '../state/open-file.ts'
import { withFixes } from '../state/settings.ts'
import classes from './check.module.css'
import { fixProblem, suggestFix } from './suggest-fix.ts'

/** A tip that fills the screen helps nobody. */
const TIP_CHARACTERS = 1000

interface IssueRowProps {
  readonly issue: CellIssue
  readonly columnName: string
  readonly field: Field | null
  readonly file: OpenFile
  readonly onShowRows: (issue: CellIssue) => void
}

/** One text that was not read as it stands, where it occurs, and what it is to be read as. */
export function IssueRow({ issue, columnName, field, file, onShowRows }: IssueRowProps) {
  // What was repaired is usually right: nobody should have to look past an input to see that.
  const [editing, setEditing] = useState(issue.kind !== 'repaired')
  return (
    <tr data-text={issue.text} data-code={issue.code}>
      <td>{columnName}</td>
      <th scope="row">
        <code className={classes.cellText} data-clamped title={issue.text.slice(0, TIP_CHARACTERS)}>
          {issue.text === '' ? 'empty' : issue.text}
        </code>
      </th>
      <td data-look="quiet">{issue.message}</td>
      <td>
        <Button
          variant="subtle"
          size="compact-sm"
          className={classes.where}
          aria-label={`Show ${where(issue)} with “${issue.text}”`}
          onClick={() => onShowRows(issue)}
        >
          {where(issue)}
        </Button>
      </td>
      <td>
        {issue.text.length > LONGEST_FIXABLE_TEXT ? (
          <span className={classes.quiet}>Too long to be corrected here</span>
        ) : editing ? (
          <FixForm issue={issue} field={field} file={file} />
        ) : (
          <Button
            variant="subtle"
            size="compact-sm"
            className={classes.where}
            aria-label={`Read “${issue.text}” differently`}
            onClick={() => setEditing(true)}
          >
            Read it differently …
          </Button>
        )}
      </td>
    </tr>
  )
}

type FixFormProps = Pick<IssueRowProps, 'issue' | 'field' | 'file'>

function FixForm({ issue, field, file }: FixFormProps) {
  const { choose } = useImportActions()
  const [to, setTo] = useState(() => suggestFix(field, issue.text))
  const problem = fixProblem(field, to)
  const isEmpty = to.trim() === ''
  // A cell that counts as empty already need not be emptied.
  const changes = !isEmpty || issue.kind !== 'missing'
  const fixAll = (event: FormEvent) => {
    event.preventDefault()
    if (problem === null && changes) {
      choose(withFixes(file.chosen, [{ column: issue.column, from: issue.text, to }]))
    }
  }
  return (
    <form className={classes.fix} onSubmit={fixAll}>
      <FixInput field={field} issue={issue} value={to} problem={problem} onChange={setTo} />
      <Button
        type="submit"
        size="compact-sm"
        variant="default"
        className={classes.fixButton}
        disabled={problem !== null || !changes}
      >
        {fixLabel(issue.count, isEmpty && changes)}
      </Button>
    </form>
  )
}

interface FixInputProps {
  readonly field: Field | null
  readonly issue: CellIssue
  readonly value: string
  readonly problem: string | null
  readonly onChange: (text: string) => void
}

/** A closed list is chosen from, everything else is typed. */
function FixInput({ field, issue, value, problem, onChange }: FixInputProps) {
  const label = `Read “${issue.text}” as`
  if (field?.type === 'category' && !isOpenCategory(field)) {
    const options = (field.options ?? []).map((option) => ({
      value: option.value,
      label: option.label ?? option.value,
    }))
    return (
      <NativeSelect
        size="xs"
        aria-label={label}
        value={value}
        data={[{ value: '', label: 'empty' }, ...options]}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    )
  }
  return (
    <TextInput
      size="xs"
      aria-label={label}
      placeholder="empty"
      value={value}
      error={problem}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
}

function where({ count, rows }: CellIssue): string {
  return count === 1 ? `row ${formatCount(rows[0] ?? 0)}` : `${formatCount(count)} rows`
}

function fixLabel(count: number, empties: boolean): string {
  if (count === 1) return empties ? 'Leave empty' : 'Fix'
  return empties ? `Leave all ${formatCount(count)} empty` : `Fix all ${formatCount(count)} like this`
}
