import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconAdjustments, IconBellCheck } from '@tabler/icons-react'
import { FactsDialog } from '../../app/facts-dialog.tsx'
import { useAlerts } from '../../bridge/monitor-queries.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import classes from '../monitor.module.css'
import type { PanelProps } from '../monitor-state.ts'
import { ReportState } from '../report-state.tsx'
import { activeAlerts, pastAlerts, snoozedAlerts } from './alert-groups.ts'
import { AlertList } from './alert-list.tsx'

/** Every alert: what wants attention, what was put off, what is over. */
export function AlertsPanel({ onChange }: Pick<PanelProps, 'onChange'>) {
  const alerts = useAlerts()
  const [opened, { open, close }] = useDisclosure(false)
  const change = (
    <Button
      variant="default"
      leftSection={<IconAdjustments size={16} aria-hidden />}
      aria-haspopup="dialog"
      onClick={open}
    >
      Change when alerts appear
    </Button>
  )
  return (
    <div className={classes.parted}>
      <ReportState report={alerts} doing="Reading the alerts">
        {(data) => {
          const [active, snoozed, past] = [activeAlerts(data), snoozedAlerts(data), pastAlerts(data)]
          return (
            <div className={classes.stack} data-alerts={active.length}>
              {active.length > 0 ? (
                <AlertList alerts={active} heading="Wants your attention" onLook={onChange} />
              ) : (
                <EmptyState icon={IconBellCheck} title="Nothing needs your attention" actions={change}>
                  Leadlight looks after every import and once an hour: at the leads, the scores, the speed and
                  the age of the model. What it notices stands here, with what to do about it.
                </EmptyState>
              )}
              {snoozed.length > 0 ? <AlertList alerts={snoozed} heading="Put off" onLook={onChange} /> : null}
              {past.length > 0 ? <AlertList alerts={past} heading="Past alerts" onLook={onChange} /> : null}
              {active.length > 0 ? <div>{change}</div> : null}
            </div>
          )
        }}
      </ReportState>
      <FactsDialog opened={opened} part="settings" onClose={close} />
    </div>
  )
}
