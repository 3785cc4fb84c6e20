import { Button, NativeSelect } from '@mantine/core'
import { useManifest } from '../../app/app-info-context.tsx'
import { formatCount, plural } from '../../format/numbers.ts'
import { Card } from '../../ui/card.tsx'
import { useImportActions } from '../import-context.ts'
import { readCells } from '../sheet/cell-reading.ts'
import { CellSheet } from '../sheet/cell-sheet.tsx'
import { isOutdated, leftOutRows, type OpenFile } from '../state/open-file.ts'
import { withRead } from '../state/settings.ts'
import classes from './look.module.css'
import { readChange } from './read-change.ts'
import { type ReadingChoice, readingChoices } from './reading-words.ts'

/** The first rows as they will be read, and what decides that, changeable right there. */
export function ReadingCard({ file }: { readonly file: OpenFile }) {
  const { choose } = useImportActions()
  const { inspection, chosen } = file
  const { preview } = inspection
  const rows = preview.map((cells, index) => ({ row: index + 1, cells }))
  return (
    <Card
      title="The first rows, as they will be read"
      labelledBy="reading-title"
      flush
      aside={
        <span className={classes.quiet} role="status">
          {isOutdated(file) && !file.refused
            ? 'Looking again …'
            : `${formatCount(rows.length)} ${plural(rows.length, 'row', 'rows')} shown`}
        </span>
      }
    >
      <div className={classes.choices}>
        {readingChoices(inspection, chosen.read).map((choice) => (
          <Choice
            key={choice.name}
            choice={choice}
            onChoose={(text) => choose(withRead(chosen, readChange(choice.name, text)))}
          />
        ))}
      </div>
      <ScaleAnswers file={file} />
      <div data-outdated={isOutdated(file)} className={classes.preview}>
        <CellSheet
          label="Preview"
          file={file}
          rows={rows}
          readingOf={readCells(file.report?.issues ?? [], chosen)}
          leftOutBecause={leftOutRows(file)}
        />
      </div>
    </Card>
  )
}

interface ChoiceProps {
  readonly choice: ReadingChoice
  readonly onChoose: (text: string) => void
}

function Choice({ choice, onChoose }: ChoiceProps) {
  const { name, label, help, value, options, decided } = choice
  const isChosen = decided === 'chosen'
  const byFile = { value: '', label: isChosen ? 'Let the file decide' : 'Not seen in this file' }
  return (
    <NativeSelect
      label={label}
      description={isChosen ? 'Chosen by you' : help}
      data-read={name}
      data-decided={decided}
      inputWrapperOrder={['label', 'input', 'description']}
      value={value}
      data={[...(isChosen || value === '' ? [byFile] : []), ...options]}
      onChange={({ currentTarget }) => onChoose(currentTarget.value)}
    />
  )
}

/** What was answered about scales: there is no column of the preview to see it by. */
function ScaleAnswers({ file: { chosen } }: { readonly file: OpenFile }) {
  const { fields } = useManifest()
  const { choose } = useImportActions()
  const scales = Object.entries(chosen.read.scale ?? {})
  if (scales.length === 0) return null
  const labelOf = (name: string) => fields.find((field) => field.name === name)?.label ?? name
  return (
    <p className={classes.scales}>
      {scales.map(([name, scale]) => (
        <span key={name}>
          {labelOf(name)}: {SCALE_WORDS[scale]}.{' '}
        </span>
      ))}
      <Button variant="subtle" size="compact-xs" onClick={() => choose(withRead(chosen, { scale: null }))}>
        Ask again
      </Button>
    </p>
  )
}

const SCALE_WORDS = {
  percent: 'in per cent',
  fraction: 'as a share of one',
  plain: 'taken as it stands',
} as const
