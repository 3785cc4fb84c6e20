import { Button } from '@mantine/core'
import { IconArrowsExchange } from '@tabler/icons-react'
import { useBatches } from '../../bridge/queries.ts'
import classes from '../monitor.module.css'
import { type PanelProps, toDriftRequest } from '../monitor-state.ts'
import { BaselinePicker, WindowPicker } from '../window-picker.tsx'
import { DriftPanel } from './drift-panel.tsx'
import { SaveReport } from './save-report.tsx'

/** Leads: what is looked at and compared with what, and the answer. */
export function LeadsPanel({ state, onChange, usualRule }: PanelProps) {
  const { data: batches = [] } = useBatches()
  const { window, baseline } = state
  return (
    <>
      <div className={classes.looking}>
        <WindowPicker batches={batches} window={window} onWindow={(next) => onChange({ window: next })} />
        <BaselinePicker
          batches={batches}
          baseline={baseline}
          onBaseline={(next) => onChange({ baseline: next })}
        />
        {baseline.kind === 'window' ? (
          <Button
            variant="subtle"
            leftSection={<IconArrowsExchange size={16} aria-hidden />}
            onClick={() => onChange({ window: baseline.window, baseline: { kind: 'window', window } })}
          >
            Swap
          </Button>
        ) : null}
        <SaveReport request={toDriftRequest(state, usualRule)} />
      </div>
      <DriftPanel state={state} onChange={onChange} usualRule={usualRule} />
    </>
  )
}
