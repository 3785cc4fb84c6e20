import { Button } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import { useManifest } from '../app/app-info-context.tsx'
import { formatBytes, formatCount, formatEstimate, plural } from '../format/numbers.ts'
import { Card } from '../ui/card.tsx'
import { FindingList } from './finding-list.tsx'
import classes from './import.module.css'
import { useImportJob } from './import-job.tsx'
import type { MappedFile } from './import-state.ts'
import { isSuggested, mappingObstacle } from './mapping.ts'
import { MappingTable } from './mapping-table.tsx'
import { MissingFields } from './missing-fields.tsx'

const DELIMITER_WORDS = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' } as const

/** Findings of the engine that the table and the note above it show as they change with each choice. */
const SHOWN_BELOW: readonly string[] = ['fields_missing', 'columns_ignored']
/** Findings that hold for the engine's own suggestion: they go with the first change. */
const OF_SUGGESTION: readonly string[] = ['columns_ambiguous']

/** What the file holds and what each column feeds; nothing is stored before Start. */
export function MappingStep({ file }: { readonly file: MappedFile }) {
  const { start, reset, map } = useImportJob()
  const { fields } = useManifest()
  const { inspection, targets } = file
  const obstacle = mappingObstacle(inspection.columns, targets, fields)
  const asSuggested = isSuggested(inspection, targets)
  const findings = inspection.warnings.filter(
    ({ code }) => !SHOWN_BELOW.includes(code) && (asSuggested || !OF_SUGGESTION.includes(code)),
  )
  return (
    <div className={classes.column}>
      <div className={classes.fileHead}>
        <div>
          <h2 className={classes.fileName}>{inspection.fileName}</h2>
          <p className={classes.quiet}>{describeFile(file)}</p>
        </div>
        <div className={classes.buttons}>
          <Button variant="default" onClick={reset}>
            Cancel
          </Button>
          <Button
            leftSection={<IconPlayerPlay size={18} aria-hidden />}
            disabled={obstacle !== null}
            aria-describedby={obstacle ? 'mapping-obstacle' : undefined}
            onClick={() => start(file)}
          >
            Score {rowCount(file)} {plural(inspection.rows, 'lead', 'leads')}
          </Button>
        </div>
      </div>
      {obstacle ? (
        <p className={classes.obstacle} id="mapping-obstacle" role="alert">
          {obstacle}
        </p>
      ) : null}
      <MissingFields fields={fields} targets={targets} />
      {findings.length > 0 ? (
        <Card title="About this file" labelledBy="file-findings">
          <FindingList findings={findings} />
        </Card>
      ) : null}
      <MappingTable columns={inspection.columns} targets={targets} onChange={map} />
    </div>
  )
}

function rowCount({ inspection: { rows, rowsExact } }: MappedFile): string {
  return rowsExact ? formatCount(rows) : `about ${formatEstimate(rows)}`
}

function describeFile(file: MappedFile): string {
  const { rows, columns, bytes, delimiter } = file.inspection
  return [
    `${rowCount(file)} ${plural(rows, 'row', 'rows')}`,
    `${formatCount(columns.length)} ${plural(columns.length, 'column', 'columns')}`,
    `separated by ${DELIMITER_WORDS[delimiter]}`,
    formatBytes(bytes),
  ].join(' · ')
}
