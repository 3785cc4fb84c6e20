import { Button, SegmentedControl } from '@mantine/core'
import type { ReactNode } from 'react'
import { alertKindSchema, type MonitorSettings } from '../../electron/contract/alerts.ts'
import { type DriftRule, driftRuleSchema } from '../../electron/contract/drift.ts'
import { toAppError } from '../../electron/contract/result.ts'
import { useMonitorSettings } from '../bridge/monitor-queries.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { AlertSettings } from './alert-settings.tsx'
import classes from './settings.module.css'
import { THRESHOLDS } from './threshold-fields.ts'
import { ThresholdInput } from './threshold-input.tsx'
import { type SaveSettings, useSaveSettings } from './use-save-settings.ts'

/** What can be decided about the monitor. Every change is kept at once. */
export function SettingsForm() {
  const settings = useMonitorSettings()
  const { save, restore, busy, said } = useSaveSettings()
  if (settings.isError) {
    return (
      <FailureNote error={toAppError(settings.error)}>
        <Button onClick={() => settings.refetch()}>Try again</Button>
      </FailureNote>
    )
  }
  if (!settings.data) return <p className={classes.quiet}>…</p>
  return (
    <div className={classes.form} data-settings aria-busy={busy}>
      <p className={classes.quiet}>Every change is kept at once.</p>
      <RuleSetting settings={settings.data} save={save} />
      <Section title="When to raise an alert">
        {alertKindSchema.options.map((kind) => (
          <AlertSettings key={kind} kind={kind} settings={settings.data} save={save} />
        ))}
      </Section>
      <Section title="After an alert">
        {THRESHOLDS.filter(({ kind }) => kind === null).map((field) => (
          <ThresholdInput key={field.name} field={field} settings={settings.data} save={save} />
        ))}
      </Section>
      <footer className={classes.foot}>
        <span role="status" className={classes.said}>
          {said}
        </span>
        <Button variant="default" loading={busy} onClick={restore}>
          Restore defaults
        </Button>
      </footer>
    </div>
  )
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={classes.section}>
      <h3 className={classes.heading}>{title}</h3>
      {children}
    </section>
  )
}

const RULES: readonly { readonly value: DriftRule; readonly label: string; readonly meaning: string }[] = [
  {
    value: 'size-aware',
    label: 'Size-aware',
    meaning:
      'A difference counts when it is large enough to matter and chance alone would hardly make it with this many leads.',
  },
  {
    value: 'evidently',
    label: 'Evidently 0.7 rule',
    meaning:
      'Fixed limits, as in the dashboard Evidently. Made for large lists: on a short one it sees differences that are mere chance.',
  },
]

function RuleSetting({
  settings,
  save,
}: {
  readonly settings: MonitorSettings
  readonly save: SaveSettings
}) {
  return (
    <Section title="How differences between leads are judged">
      <SegmentedControl
        aria-label="How differences are judged"
        value={settings.rule}
        data={RULES.map(({ value, label }) => ({ value, label }))}
        onChange={(value) => save({ ...settings, rule: driftRuleSchema.parse(value) })}
      />
      <p className={classes.quiet}>{RULES.find(({ value }) => value === settings.rule)?.meaning}</p>
    </Section>
  )
}
