import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { Field } from '../../../electron/contract/app-info.ts'
import type { ColumnTarget, FileColumn } from '../../../electron/contract/importing.ts'
import { useManifest } from '../../app/app-info-context.tsx'
import { formatCount } from '../../format/numbers.ts'
import { Card } from '../../ui/card.tsx'
import { Table } from '../../ui/table.tsx'
import { useImportActions } from '../import-context.ts'
import {
  columnName,
  conflictingColumns,
  IDENTITY_TARGETS,
  targetKey,
  targetOfKey,
  toMapping,
  withTarget,
} from '../state/mapping.ts'
import { type OpenFile, targetsOf } from '../state/open-file.ts'
import { withMapping } from '../state/settings.ts'
import classes from './look.module.css'
import { MissingFields } from './missing-fields.tsx'

/** A file may have 20,000 columns; drop-downs for all of them at once would take seconds to draw. */
const STEP = 60

/** The file's columns with sample values, and what each of them feeds. */
export function MappingTable({ file }: { readonly file: OpenFile }) {
  const { fields } = useManifest()
  const { choose } = useImportActions()
  const [shown, setShown] = useState(STEP)
  const { columns } = file.inspection
  const targets = targetsOf(file)
  const conflicts = conflictingColumns(targets)
  const choices = targetChoices(fields)
  // Columns that were recognised come first; a stable sort on the suggestion keeps rows from jumping while one is changed.
  const ordered = columns.toSorted((a, b) => Number(a.matched === 'none') - Number(b.matched === 'none'))
  return (
    <Card title="What each column means" labelledBy="mapping-title" flush>
      <MissingFields fields={fields} targets={targets} />
      <Table
        labelledBy="mapping-title"
        columns={[
          { title: 'In the file', width: '30%' },
          { title: 'First values' },
          { title: 'Means', width: '260px' },
        ]}
      >
        {ordered.slice(0, shown).map((column) => (
          <MappingRow
            key={column.index}
            column={column}
            hasNames={file.inspection.header > 0}
            chosen={chosenKey(targets.get(column.index))}
            choices={choices}
            conflict={conflicts.get(column.index)?.map((index) => columnName(columns, index)) ?? []}
            onChoose={(key) =>
              choose(
                withMapping(
                  file.chosen,
                  toMapping(withTarget(targets, column.index, targetOfKey(key, fields))),
                ),
              )
            }
          />
        ))}
      </Table>
      {shown < ordered.length ? (
        <div className={classes.more}>
          <Button variant="default" onClick={() => setShown(shown + STEP)}>
            Show more of the {formatCount(ordered.length - shown)} other columns
          </Button>
        </div>
      ) : null}
    </Card>
  )
}

/** The drop-down's value for a target; "ignore" names no target. */
function chosenKey(target: ColumnTarget | null | undefined): string {
  return target ? targetKey(target) : 'ignore'
}

type Choices = { group: string; items: { value: string; label: string }[] }[]

function targetChoices(fields: readonly Field[]): Choices {
  const groups = Map.groupBy(fields, ({ group }) => group)
  return [
    {
      group: 'Who it is (not scored)',
      items: IDENTITY_TARGETS.map(({ name, label }) => ({ value: `identity:${name}`, label })),
    },
    ...[...groups].map(([group, items]) => ({
      group,
      items: items.map(({ name, label }) => ({ value: `field:${name}`, label })),
    })),
  ]
}

/** Only what is worth a second look is remarked; a match by name or known spelling needs none. */
function remark(matched: FileColumn['matched'], hasNames: boolean): string | undefined {
  if (matched === 'remembered') return 'As in your last file with these columns'
  if (matched !== 'likeness') return undefined
  return hasNames ? 'Recognised by a similar name' : 'Recognised by its values'
}

interface MappingRowProps {
  readonly column: FileColumn
  readonly hasNames: boolean
  readonly chosen: string
  readonly choices: Choices
  readonly conflict: readonly string[]
  readonly onChoose: (key: string) => void
}

function MappingRow({ column, hasNames, chosen, choices, conflict, onChoose }: MappingRowProps) {
  const asSuggested = chosenKey(column.target) === chosen
  return (
    <tr data-ignored={chosen === 'ignore'} className={classes.mappingRow}>
      <th scope="row" className={classes.mappingCell}>
        {column.header.trim() || <em>Column {column.index + 1}, without a name</em>}
      </th>
      <td data-look="quiet" className={`${classes.samples} ${classes.mappingCell}`}>
        {column.samples.length > 0 ? column.samples.slice(0, 3).join(' · ') : <em>empty</em>}
      </td>
      <td>
        <NativeSelect
          aria-label={`What ${column.header.trim() || `column ${column.index + 1}`} means`}
          data={[{ value: 'ignore', label: 'Ignore' }, ...choices]}
          value={chosen}
          error={conflict.length > 0 ? `Also chosen for ${conflict.join(' and ')}` : undefined}
          description={asSuggested ? remark(column.matched, hasNames) : undefined}
          inputWrapperOrder={['input', 'error', 'description']}
          onChange={({ currentTarget }) => onChoose(currentTarget.value)}
        />
      </td>
    </tr>
  )
}
