import { Switch } from '@mantine/core'
import type { AlertKind, MonitorSettings } from '../../electron/contract/alerts.ts'
import classes from './settings.module.css'
import { ALERT_RULES, THRESHOLDS } from './threshold-fields.ts'
import { ThresholdInput } from './threshold-input.tsx'
import type { SaveSettings } from './use-save-settings.ts'

interface AlertSettingsProps {
  readonly kind: AlertKind
  readonly settings: MonitorSettings
  readonly save: SaveSettings
}

/** One alert: whether it is raised at all, and from when on. */
export function AlertSettings({ kind, settings, save }: AlertSettingsProps) {
  const muted = settings.muted.includes(kind)
  const others = settings.muted.filter((other) => other !== kind)
  return (
    <div className={classes.alert} data-alert-kind={kind}>
      <Switch
        label={ALERT_RULES[kind]}
        checked={!muted}
        onChange={({ currentTarget: { checked } }) =>
          save({ ...settings, muted: checked ? others : [...others, kind] })
        }
      />
      {muted ? null : (
        <div className={classes.limits}>
          {THRESHOLDS.filter((field) => field.kind === kind).map((field) => (
            <ThresholdInput key={field.name} field={field} settings={settings} save={save} />
          ))}
        </div>
      )}
    </div>
  )
}
