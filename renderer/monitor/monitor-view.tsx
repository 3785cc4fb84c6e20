import { Tabs } from '@mantine/core'
import { useRef, useState } from 'react'
import { useAlerts, useMonitorSettings } from '../bridge/monitor-queries.ts'
import { useBatches, useOverview } from '../bridge/queries.ts'
import { HelpLink } from '../help/help-link.tsx'
import { ViewFrame } from '../ui/view-frame.tsx'
import { activeCount } from './alerts/alert-groups.ts'
import { AlertsPanel } from './alerts/alerts-panel.tsx'
import { LeadsPanel } from './drift/leads-panel.tsx'
import { HealthPanel } from './health/health-panel.tsx'
import classes from './monitor.module.css'
import { FIRST_LOOK, type MonitorState, PANELS, type Panel, type PanelProps } from './monitor-state.ts'
import { MonitorWelcome } from './monitor-welcome.tsx'
import { OverviewPanel } from './overview/overview-panel.tsx'
import { SpeedPanel } from './speed/speed-panel.tsx'
import { TimelinePanel } from './timeline/timeline-panel.tsx'
import { WindowPicker } from './window-picker.tsx'

/** Monitor: whether the scores can still be trusted. With an empty history, what will be here. */
export function MonitorView() {
  const overview = useOverview()
  // While the first count is under way neither the reports nor the welcome is true.
  if (overview.isPending) return <ViewFrame title="Monitor">{null}</ViewFrame>
  if (overview.isSuccess && overview.data.predictions === 0) return <MonitorWelcome />
  return <Monitor />
}

function Monitor() {
  const [state, setState] = useState(FIRST_LOOK)
  const settings = useMonitorSettings()
  const tabs = useRef<HTMLDivElement>(null)
  const change = (part: Partial<MonitorState>) => {
    setState((now) => ({ ...now, ...part }))
    // The button that leads to another part goes with its own: who uses the keyboard goes on at the part's tab.
    if (part.panel && part.panel !== state.panel) {
      tabs.current?.querySelector<HTMLElement>(`[data-part="${part.panel}"]`)?.focus()
    }
  }
  const panel = { state, onChange: change, usualRule: settings.data?.rule ?? 'size-aware' }
  return (
    <ViewFrame
      title="Monitor"
      subtitle="Whether the scores can still be trusted."
      actions={<HelpLink section={state.panel} />}
      part={state.panel}
      measure="reading"
    >
      <Tabs
        value={state.panel}
        keepMounted={false}
        onChange={(value) => change({ panel: panelOf(value) })}
        className={classes.tabs ?? ''}
      >
        <Tabs.List ref={tabs} aria-label="Parts of the monitor" className={classes.tabList ?? ''}>
          {PANELS.map(({ panel: name, label }) => (
            <Tabs.Tab
              key={name}
              value={name}
              data-part={name}
              rightSection={name === 'alerts' ? <AlertCount /> : null}
            >
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="overview">
          <Looking {...panel} />
          <OverviewPanel {...panel} />
        </Tabs.Panel>
        <Tabs.Panel value="leads">
          <LeadsPanel {...panel} />
        </Tabs.Panel>
        <Tabs.Panel value="over-time">
          <TimelinePanel {...panel} />
        </Tabs.Panel>
        <Tabs.Panel value="speed">
          <Looking {...panel} />
          <SpeedPanel {...panel} />
        </Tabs.Panel>
        <Tabs.Panel value="health">
          <HealthPanel />
        </Tabs.Panel>
        <Tabs.Panel value="alerts">
          <AlertsPanel {...panel} />
        </Tabs.Panel>
      </Tabs>
    </ViewFrame>
  )
}

function Looking({ state, onChange }: PanelProps) {
  const batches = useBatches()
  return (
    <div className={classes.looking}>
      <WindowPicker
        batches={batches.data ?? []}
        window={state.window}
        onWindow={(window) => onChange({ window })}
      />
    </div>
  )
}

function AlertCount() {
  const active = activeCount(useAlerts().data ?? [])
  return active === 0 ? null : <span className={classes.count}>{active}</span>
}

function panelOf(value: string | null): Panel {
  return PANELS.find(({ panel }) => panel === value)?.panel ?? 'overview'
}
