import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { Field } from '../../electron/contract/app-info.ts'
import type { ColumnTarget, FileColumn } from '../../electron/contract/importing.ts'
import { useManifest } from '../app/app-info-context.tsx'
import { formatCount } from '../format/numbers.ts'
import { Card } from '../ui/card.tsx'
import {
  columnName,
  conflictingColumns,
  IDENTITY_TARGETS,
  type Targets,
  targetKey,
  targetOfKey,
  withTarget,
} from './mapping.ts'
import classes from './mapping-table.module.css'

/** A file may have 20,000 columns; drop-downs for all of them at once would take seconds to draw. */
const STEP = 60

interface MappingTableProps {
  readonly columns: readonly FileColumn[]
  readonly targets: Targets
  readonly onChange: (targets: Targets) => void
}

/** The file's columns with sample values, and what each of them feeds. */
export function MappingTable({ columns, targets, onChange }: MappingTableProps) {
  const { fields } = useManifest()
  const [shown, setShown] = useState(STEP)
  const conflicts = conflictingColumns(targets)
  const choices = targetChoices(fields)
  // Columns that were recognised come first; a stable sort on the suggestion keeps rows from jumping while one is changed.
  const ordered = columns.toSorted((a, b) => Number(a.target === null) - Number(b.target === null))
  return (
    <Card title="Columns" labelledBy="mapping-title" flush>
      <table className={classes.table} aria-labelledby="mapping-title">
        <thead>
          <tr>
            <th scope="col">In the file</th>
            <th scope="col">First values</th>
            <th scope="col">Means</th>
          </tr>
        </thead>
        <tbody>
          {ordered.slice(0, shown).map((column) => (
            <MappingRow
              key={column.index}
              column={column}
              chosen={chosenKey(targets.get(column.index))}
              choices={choices}
              conflict={conflicts.get(column.index)?.map((index) => columnName(columns, index)) ?? []}
              onChoose={(key) => onChange(withTarget(targets, column.index, targetOfKey(key, fields)))}
            />
          ))}
        </tbody>
      </table>
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
  const groups = new Map<string, { value: string; label: string }[]>()
  for (const { group, name, label } of fields) {
    groups.set(group, [...(groups.get(group) ?? []), { value: `field:${name}`, label }])
  }
  return [
    {
      group: 'Who it is (not scored)',
      items: IDENTITY_TARGETS.map(({ name, label }) => ({ value: `identity:${name}`, label })),
    },
    ...[...groups].map(([group, items]) => ({ group, items })),
  ]
}

interface MappingRowProps {
  readonly column: FileColumn
  readonly chosen: string
  readonly choices: Choices
  readonly conflict: readonly string[]
  readonly onChoose: (key: string) => void
}

function MappingRow({ column, chosen, choices, conflict, onChoose }: MappingRowProps) {
  // Only a guess is worth a remark; a match by name or known spelling needs none.
  const guessed = column.matched === 'likeness' && chosenKey(column.target) === chosen
  return (
    <tr data-ignored={chosen === 'ignore'}>
      <th scope="row" className={classes.header}>
        {column.header.trim() || <em>Column {column.index + 1}, without a name</em>}
      </th>
      <td className={classes.samples}>
        {column.samples.length > 0 ? column.samples.slice(0, 3).join(' · ') : <em>empty</em>}
      </td>
      <td className={classes.target}>
        <NativeSelect
          aria-label={`What ${column.header.trim() || `column ${column.index + 1}`} means`}
          data={[{ value: 'ignore', label: 'Ignore' }, ...choices]}
          value={chosen}
          error={conflict.length > 0 ? `Also chosen for ${conflict.join(' and ')}` : undefined}
          description={guessed ? 'Recognised by a similar name' : undefined}
          inputWrapperOrder={['input', 'error', 'description']}
          onChange={({ currentTarget }) => onChoose(currentTarget.value)}
        />
      </td>
    </tr>
  )
}
