import { useState } from 'react'
import type { Finding } from '../../../electron/contract/importing.ts'
import { formatCount, plural } from '../../format/numbers.ts'
import { Card } from '../../ui/card.tsx'
import type { OpenFile } from '../state/open-file.ts'
import { CellIssues } from './cell-issues.tsx'
import { FindingList } from './finding-list.tsx'
import { FixList } from './fix-list.tsx'
import { otherFindings } from './issue-groups.ts'
import { LeftOutRows } from './left-out-rows.tsx'
import { RowsDialog, type RowsToShow } from './rows-dialog.tsx'

/** Everything there is to say about the file before it is scored, by what can be done about it. */
export function CheckFindings({ file }: { readonly file: OpenFile }) {
  const [shown, setShown] = useState<RowsToShow | null>(null)
  const { report, inspection } = file
  const issues = report?.issues ?? []
  const findings = otherFindings(report?.warnings ?? inspection.warnings, issues)
  const showFinding = (finding: Finding) => {
    const { message, rows = [], count = rows.length, column } = finding
    const index = inspection.columns.find(({ header }) => header === column)?.index ?? null
    setShown({ title: message, rows, count, column: index })
  }
  return (
    <>
      <CellIssues
        file={file}
        issues={issues}
        onShowRows={({ text, header, rows, count, column }) =>
          setShown({
            title: `${formatCount(count)} ${plural(count, 'row', 'rows')} with “${text}” in ${header || 'a column without a name'}`,
            rows,
            count,
            column,
          })
        }
      />
      <FixList file={file} />
      {report ? <LeftOutRows report={report} /> : null}
      {findings.length > 0 ? (
        <Card title="Worth knowing" labelledBy="file-findings">
          <FindingList findings={findings} onShowRows={showFinding} />
        </Card>
      ) : null}
      <RowsDialog file={file} shown={shown} onClose={() => setShown(null)} />
    </>
  )
}
