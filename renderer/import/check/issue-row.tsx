import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Field } from '../../../electron/contract/app-info.ts'
import type { CellIssue } from '../../../electron/contract/importing.ts'
import { isOpenCategory } from '../../../electron/contract/read-field.ts'
import { formatCount } from '../../format/numbers.ts'
import { useImportActions } from '../import-context.ts'
import type { OpenFile } from '../state/open-file.ts'
import { withFixes } from '../state/settings.ts'
import classes from './check.module.css'
import { fixProblem, suggestFix } from './suggest-fix.ts'

interface IssueRowProps {
  readonly issue: CellIssue
  readonly field: Field | null
  readonly file: OpenFile
  readonly onShowRows: (issue: CellIssue) => void
}

/** One text that was not read as it stands, where it occurs, and what it is to be read as. */
export function IssueRow({ issue, field, file, onShowRows }: IssueRowProps) {
  const { choose } = useImportActions()
  const [to, setTo] = useState(() => suggestFix(field, issue.text))
  const problem = fixProblem(field, to)
  const fixAll = (event: FormEvent) => {
    event.preventDefault()
    if (problem !== null) return
    choose(withFixes(file.chosen, [{ column: issue.column, from: issue.text, to }]))
  }
  return (
    <tr data-text={issue.text}>
      <th scope="row">
        <code className={classes.cellText}>{issue.text === '' ? 'empty' : issue.text}</code>
      </th>
      <td data-look="quiet">{issue.message}</td>
      <td>
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={`Show ${where(issue)} with “${issue.text}”`}
          onClick={() => onShowRows(issue)}
        >
          {where(issue)}
        </Button>
      </td>
      <td>
        <form className={classes.fix} onSubmit={fixAll}>
          <FixInput field={field} issue={issue} value={to} problem={problem} onChange={setTo} />
          <Button type="submit" size="compact-sm" variant="default" className={classes.fixButton}>
            {fixLabel(issue.count, to)}
          </Button>
        </form>
      </td>
    </tr>
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

function fixLabel(count: number, to: string): string {
  const verb = to.trim() === '' ? 'Leave empty' : 'Fix'
  if (count === 1) return verb
  return verb === 'Fix' ? `Fix all ${formatCount(count)} like this` : `Leave all ${formatCount(count)} empty`
}
