import { Button } from '@mantine/core'
import { useState } from 'react'
import type { CellIssue } from '../../../electron/contract/importing.ts'
import { useManifest } from '../../app/app-info-context.tsx'
import { formatCount } from '../../format/numbers.ts'
import { Table } from '../../ui/table.tsx'
import { type OpenFile, targetsOf } from '../state/open-file.ts'
import type { IssueGroup } from './issue-groups.ts'
import { IssueRow } from './issue-row.tsx'
import { fieldOf } from './suggest-fix.ts'

/** A column of free text may go wrong in hundreds of ways; the frequent ones are worth a look. */
const STEP = 6

interface IssueTableProps {
  readonly label: string
  readonly file: OpenFile
  readonly groups: readonly IssueGroup[]
  readonly onShowRows: (issue: CellIssue) => void
}

/** Texts in need of a look, column by column, the most frequent first. */
export function IssueTable({ label, file, groups, onShowRows }: IssueTableProps) {
  return (
    <Table
      label={label}
      columns={[
        { title: 'Column', width: '17%' },
        { title: 'In the file', width: '17%' },
        { title: 'What about it' },
        { title: 'Where', width: '96px' },
        { title: 'Read it as', width: '286px' },
      ]}
    >
      {groups.map((group) => (
        <GroupRows key={group.key} file={file} group={group} onShowRows={onShowRows} />
      ))}
    </Table>
  )
}

type GroupRowsProps = Pick<IssueTableProps, 'file' | 'onShowRows'> & { readonly group: IssueGroup }

function GroupRows({ file, group, onShowRows }: GroupRowsProps) {
  const { fields } = useManifest()
  const [shown, setShown] = useState(STEP)
  const field = fieldOf(targetsOf(file).get(group.column), fields)
  const name = group.header.trim() || `Column ${group.column + 1}`
  const rest = group.issues.length - shown
  return (
    <>
      {group.issues.slice(0, shown).map((issue) => (
        <IssueRow
          key={issue.text}
          issue={issue}
          columnName={name}
          field={field}
          file={file}
          onShowRows={onShowRows}
        />
      ))}
      {rest > 0 ? (
        <tr>
          <td colSpan={5}>
            <Button variant="subtle" size="compact-sm" onClick={() => setShown(shown + 5 * STEP)}>
              Show more of {formatCount(rest)} other texts in {name}
            </Button>
          </td>
        </tr>
      ) : null}
    </>
  )
}
