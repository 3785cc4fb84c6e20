import { NativeSelect, TextInput } from '@mantine/core'
import type { Batch } from '../../electron/contract/history.ts'
import { type Baseline, baselineSchema, type Window, windowSchema } from '../../electron/contract/windows.ts'
import { formatDays, formatWhen } from '../format/moment.ts'
import classes from './monitor.module.css'
import { USUAL_WINDOWS, windowKey } from './monitor-state.ts'

interface WindowPickerProps {
  readonly batches: readonly Batch[]
  readonly window: Window
  readonly onWindow: (window: Window) => void
}

const PERIOD = 'period'

/** Which leads are looked at: a stretch of time, the last ones, one import. */
export function WindowPicker({ batches, window, onWindow }: WindowPickerProps) {
  const period = window.kind === 'period' ? window : null
  return (
    <div className={classes.picker}>
      <NativeSelect
        label="Leads"
        value={period ? PERIOD : windowKey(window)}
        data={[
          {
            group: 'By time',
            items: [
              ...USUAL_WINDOWS.map((usual) => ({ value: windowKey(usual.window), label: usual.label })),
              { value: PERIOD, label: 'From … to …' },
            ],
          },
          ...importGroup(batches, windowKey),
        ]}
        onChange={({ currentTarget: { value } }) =>
          onWindow(value === PERIOD ? lastMonth() : windowSchema.parse(JSON.parse(value)))
        }
      />
      {period ? <PeriodInputs period={period} onWindow={onWindow} /> : null}
    </div>
  )
}

interface BaselinePickerProps {
  readonly batches: readonly Batch[]
  readonly baseline: Baseline
  readonly onBaseline: (baseline: Baseline) => void
}

/** What they are compared with: the leads that came with the model, or an import. */
export function BaselinePicker({ batches, baseline, onBaseline }: BaselinePickerProps) {
  return (
    <NativeSelect
      label="Compared with"
      value={JSON.stringify(baseline)}
      data={[
        { value: JSON.stringify({ kind: 'reference' }), label: 'The model’s own leads' },
        {
          group: 'Other leads',
          items: [
            ...USUAL_WINDOWS.map(({ window, label }) => ({ value: baselineKey(window), label })),
            // Comes here by swapping, or from a window chosen elsewhere.
            ...(baseline.kind === 'window' && baseline.window.kind === 'period'
              ? [
                  {
                    value: baselineKey(baseline.window),
                    label: formatDays(baseline.window.from, baseline.window.to),
                  },
                ]
              : []),
          ],
        },
        ...importGroup(batches, baselineKey),
      ]}
      onChange={({ currentTarget: { value } }) => onBaseline(baselineSchema.parse(JSON.parse(value)))}
    />
  )
}

function importGroup(batches: readonly Batch[], key: (window: Window) => string) {
  // An import that was undone has no leads to look at.
  const kept = batches.filter(({ leads }) => leads > 0)
  if (kept.length === 0) return []
  return [
    {
      group: 'Imports',
      items: kept.map((batch) => ({
        value: key({ kind: 'batch', batch: batch.id }),
        label: batchLabel(batch),
      })),
    },
  ]
}

function baselineKey(window: Window): string {
  return JSON.stringify({ kind: 'window', window })
}

function batchLabel({ fileName, startedAt }: Batch): string {
  return `${fileName} (${formatWhen(startedAt, new Date())})`
}

type Period = Extract<Window, { readonly kind: 'period' }>

function PeriodInputs({
  period,
  onWindow,
}: {
  readonly period: Period
  readonly onWindow: (window: Window) => void
}) {
  const change = (part: Partial<Period>) => {
    const changed = windowSchema.safeParse({ ...period, ...part })
    // A day that is not written to its end is not asked about.
    if (changed.success) onWindow(changed.data)
  }
  return (
    <>
      <TextInput
        type="date"
        label="From"
        value={period.from}
        max={period.to}
        onChange={({ currentTarget }) => change({ from: currentTarget.value })}
      />
      <TextInput
        type="date"
        label="To"
        value={period.to}
        min={period.from}
        onChange={({ currentTarget }) => change({ to: currentTarget.value })}
      />
    </>
  )
}

function lastMonth(): Period {
  const now = new Date()
  return {
    kind: 'period',
    from: localDay(new Date(now.getFullYear(), now.getMonth() - 1, now.getDate())),
    to: localDay(now),
  }
}

function localDay(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
