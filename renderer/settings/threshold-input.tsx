import { TextInput } from '@mantine/core'
import { useEffect, useId, useState } from 'react'
import type { MonitorSettings } from '../../electron/contract/alerts.ts'
import classes from './settings.module.css'
import { readThreshold, shownThreshold, type ThresholdField } from './threshold-fields.ts'
import type { SaveSettings } from './use-save-settings.ts'

interface ThresholdInputProps {
  readonly field: ThresholdField
  readonly settings: MonitorSettings
  readonly save: SaveSettings
}

/** A threshold; kept when the input is left or Enter is pressed, if it is one. */
export function ThresholdInput({ field, settings, save }: ThresholdInputProps) {
  const { name, label, unit } = field
  const kept = settings.thresholds[name]
  const [typed, setTyped] = useState(shownThreshold(field, kept))
  const id = useId()
  // The defaults can come back from elsewhere; what is written here must then go.
  useEffect(() => setTyped(shownThreshold(field, kept)), [field, kept])
  const read = readThreshold(field, typed)
  const keep = () => {
    if (!('value' in read)) return
    setTyped(shownThreshold(field, read.value))
    if (read.value !== kept) save({ ...settings, thresholds: { ...settings.thresholds, [name]: read.value } })
  }
  return (
    <div className={classes.limit} data-threshold={name}>
      <label htmlFor={id}>{label}</label>
      <TextInput
        id={id}
        className={classes.input ?? ''}
        inputMode="decimal"
        aria-label={`${label} … ${unit}`}
        value={typed}
        error={'wrong' in read ? read.wrong : null}
        onChange={({ currentTarget: { value } }) => setTyped(value)}
        onBlur={keep}
        onKeyDown={({ key }) => {
          if (key === 'Enter') keep()
        }}
      />
      <span className={classes.unit}>{unit}</span>
    </div>
  )
}
