import {
  type Icon,
  IconActivityHeartbeat,
  IconFileImport,
  IconGauge,
  IconListNumbers,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useAlerts } from '../bridge/monitor-queries.ts'
import { useOverview } from '../bridge/queries.ts'
import { formatShare } from '../format/chance.ts'
import { formatShortCount, plural } from '../format/numbers.ts'
import { useImportState, useJobProgress } from '../import/import-context.ts'
import { importShare } from '../import/run/import-share.ts'
import { activeCount } from '../monitor/alerts/alert-groups.ts'
import { BrandMark } from '../ui/brand-mark.tsx'
import { FactsButton } from './facts-button.tsx'
import classes from './nav-bar.module.css'
import { useNavigation } from './navigation.tsx'
import type { View } from './view.ts'

/** The views, and the model at the foot. */
export function NavBar() {
  const overview = useOverview()
  const state = useImportState()
  const job = state.step === 'running' ? state.job : null
  const progress = useJobProgress(job)
  const leads = overview.data ? formatShortCount(overview.data.predictions) : null
  return (
    <nav className={classes.bar} aria-label="Leadlight">
      <div className={classes.brand}>
        <BrandMark />
        <span className={classes.brandName}>Leadlight</span>
      </div>
      <div className={classes.views}>
        <NavItem view="score" label="Score" icon={IconGauge} />
        <NavItem
          view="import"
          label="Import"
          icon={IconFileImport}
          note={job ? formatShare(importShare(progress)) : null}
        />
        <NavItem view="leads" label="Leads" icon={IconListNumbers} note={leads} />
        <NavItem view="monitor" label="Monitor" icon={IconActivityHeartbeat}>
          <AlertBadge />
        </NavItem>
      </div>
      <FactsButton />
    </nav>
  )
}

interface NavItemProps {
  readonly view: View
  readonly label: string
  readonly icon: Icon
  readonly note?: string | null
  readonly children?: ReactNode
}

function NavItem({ view, label, icon: ItemIcon, note, children }: NavItemProps) {
  const navigation = useNavigation()
  return (
    <button
      type="button"
      className={classes.item}
      aria-current={navigation.view === view ? 'page' : undefined}
      onClick={() => navigation.show(view)}
    >
      <ItemIcon size={20} stroke={1.7} aria-hidden />
      <span className={classes.label}>{label}</span>
      {note ? <span className={`${classes.note} figures`}>{note}</span> : null}
      {children}
    </button>
  )
}

/** How many alerts want attention: a figure to see, a sentence to hear. */
function AlertBadge() {
  const count = activeCount(useAlerts().data ?? [])
  if (count === 0) return null
  return (
    <span className={`${classes.badge} figures`} data-active-alerts={count}>
      <span aria-hidden>{count}</span>
      <span className="visually-hidden">
        {count} {plural(count, 'alert needs', 'alerts need')} attention
      </span>
    </span>
  )
}
