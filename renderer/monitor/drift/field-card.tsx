import { Button, Collapse } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import type { FieldDrift, FieldFinding } from '../../../electron/contract/drift.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { formatCount } from '../../format/numbers.ts'
import { Card } from '../../ui/card.tsx'
import { formatSmallShare } from '../format-statistics.ts'
import { VerdictChip } from '../verdict-chip.tsx'
import classes from './drift.module.css'
import { FieldCharts, type SampleNames } from './field-charts.tsx'
import { FieldNumbers, type TestChoice } from './field-numbers.tsx'
import { withoutLabel } from './group-fields.ts'
import { fieldVerdictWords, measureWords } from './verdict-words.ts'

interface FieldCardProps {
  readonly drift: FieldDrift
  readonly names: SampleNames
  /** Of the window, to say what the share of a finding is of. */
  readonly leads: number
  /** null under a rule that leaves no choice. */
  readonly tests: TestChoice | null
  readonly startsOpen: boolean
}

/** One field: what is different about it in sentences, then the picture, then the numbers. */
export function FieldCard({ drift, names, leads, tests, startsOpen }: FieldCardProps) {
  const [open, setOpen] = useState(startsOpen)
  const id = `drift-${drift.field}-${drift.measure}`
  const measured = measureWords(drift.measure)
  const title = measured ? `${drift.label}: ${measured}` : drift.label
  return (
    <div data-field={drift.field} data-measure={drift.measure} data-verdict={drift.verdict}>
      <Card
        labelledBy={id}
        title={title}
        aside={
          <span className={classes.aside}>
            <span className={classes.importance}>{importanceWords(drift.importance)}</span>
            <VerdictChip {...fieldVerdictWords(drift.verdict)} />
            <Button
              variant="subtle"
              size="compact-sm"
              aria-expanded={open}
              aria-controls={`${id}-more`}
              aria-label={`Chart and numbers of ${title}`}
              rightSection={
                <IconChevronDown size={14} aria-hidden className={classes.chevron} data-open={open} />
              }
              onClick={() => setOpen(!open)}
            >
              Chart and numbers
            </Button>
          </span>
        }
      >
        <Findings label={drift.label} findings={drift.findings} window={names.window} leads={leads} />
        <Collapse expanded={open} id={`${id}-more`}>
          {open ? (
            <div className={classes.more}>
              <FieldCharts drift={drift} names={names} />
              <FieldNumbers drift={drift} names={names} tests={tests} />
            </div>
          ) : null}
        </Collapse>
      </Card>
    </div>
  )
}

interface FindingsProps {
  readonly label: string
  readonly findings: readonly FieldFinding[]
  readonly window: string
  readonly leads: number
}

function Findings({ label, findings, window, leads }: FindingsProps) {
  const { showLeads } = useNavigation()
  if (findings.length === 0) return null
  return (
    <ul className={classes.findings}>
      {findings.map(({ kind, sentence, behind }) => (
        <li key={sentence} data-finding={kind}>
          <span>{withoutLabel(sentence, label)}</span>
          {behind && behind.count > 0 ? (
            <Button
              variant="default"
              size="compact-sm"
              aria-label={`Show ${behind.count === 1 ? 'the lead' : `the ${formatCount(behind.count)} leads`}: ${sentence}`}
              onClick={() => showLeads({ behind: { filter: behind.leads, sentence, of: { window, leads } } })}
            >
              Show {behind.count === 1 ? 'the lead' : `the ${formatCount(behind.count)} leads`}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

/** How much of the model hangs on a field, without a false promise of precision. */
function importanceWords(importance: number): string {
  if (importance === 0) return 'does not count in scores'
  return `makes ${formatSmallShare(importance)} of a score`
}

interface QuietFieldsProps extends Pick<FieldCardProps, 'names' | 'leads' | 'tests'> {
  /** What is said of all of them, before their names. */
  readonly said: string
  readonly fields: readonly FieldDrift[]
}

/** Fields of which there is nothing to say: named in one line, and shown on demand. */
export function QuietFields({ said, fields, names, leads, tests }: QuietFieldsProps) {
  const [shown, setShown] = useState(false)
  if (fields.length === 0) return null
  return (
    <>
      <div className={classes.quietFields}>
        <p className={classes.quiet}>
          {said} {[...new Set(fields.map(({ label }) => label))].join(', ')}.
        </p>
        <Button
          variant="subtle"
          size="compact-sm"
          aria-expanded={shown}
          aria-label={`${shown ? 'Hide' : 'Show'} them: ${said}`}
          onClick={() => setShown(!shown)}
        >
          {shown ? 'Hide them' : 'Show them'}
        </Button>
      </div>
      {shown
        ? fields.map((drift) => (
            <FieldCard
              key={`${drift.field}-${drift.measure}`}
              drift={drift}
              names={names}
              leads={leads}
              tests={tests}
              startsOpen={false}
            />
          ))
        : null}
    </>
  )
}
