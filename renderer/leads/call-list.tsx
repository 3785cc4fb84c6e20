import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconDownload } from '@tabler/icons-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { HistoryOverview, LeadRow } from '../../electron/contract/history.ts'
import { useErrand, useLeadToOpen, useNavigation } from '../app/navigation.tsx'
import { ViewFrame } from '../ui/view-frame.tsx'
import { BehindNote } from './behind-note.tsx'
import classes from './call-list.module.css'
import { LeadCount } from './lead-count.tsx'
import { LeadGrid } from './lead-grid.tsx'
import { isFiltered } from './lead-list-state.ts'
import { LeadPanel } from './lead-panel.tsx'
import { LeadTools } from './lead-tools.tsx'
import { ListBody } from './list-body.tsx'
import { useExportLeads } from './use-export-leads.ts'
import { useLeadList } from './use-lead-list.ts'

/** The ranked call list: tools above, the list, and beside it the lead that is open. */
export function CallList({ overview }: { readonly overview: HistoryOverview | null }) {
  const { list: state } = useNavigation()
  const list = useLeadList(state)
  const exporting = useExportLeads(state)
  const search = useRef<HTMLInputElement>(null)
  const grid = useRef<HTMLTableElement>(null)
  const [activeId, setActiveId] = useState<number | null>(null)
  const [panelOpen, setPanelOpen] = useState(false)
  const covers = useMediaQuery('(max-width: 900px)')
  useErrand('find', () => {
    search.current?.focus()
    search.current?.select()
  })
  useErrand('export-leads', exporting.start)
  useLeadToOpen((id) => {
    setActiveId(id)
    setPanelOpen(true)
  })

  const openedId = panelOpen ? activeId : null
  const close = () => {
    setPanelOpen(false)
    grid.current?.focus()
  }
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !panelOpen) return
    event.preventDefault()
    close()
  }
  const open = (row: LeadRow) => {
    setActiveId(row.id)
    setPanelOpen(true)
  }

  return (
    <ViewFrame
      layout="fill"
      title="Leads"
      subtitle={<LeadCount list={list} all={isFiltered(state) ? (overview?.predictions ?? null) : null} />}
      actions={
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          loading={exporting.busy}
          disabled={list.total === 0}
          onClick={exporting.start}
        >
          Export CSV
        </Button>
      }
    >
      {state.behind ? <BehindNote behind={state.behind} /> : null}
      <LeadTools overview={overview} searchRef={search} onLeave={() => grid.current?.focus()} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the panel from wherever the focus is inside. */}
      <div className={classes.body} data-panel={openedId !== null} onKeyDown={closeOnEscape}>
        <ListBody list={list}>
          <LeadGrid
            ref={grid}
            rows={list.rows}
            total={list.total}
            old={list.query.isPlaceholderData}
            numbered={state.order === 'best'}
            batches={overview?.batches ?? NO_BATCHES}
            activeId={activeId}
            onActivate={setActiveId}
            onOpen={open}
            canLoadMore={list.query.hasNextPage && !list.query.isFetching}
            onLoadMore={list.query.fetchNextPage}
          />
        </ListBody>
        {openedId === null ? null : <LeadPanel id={openedId} takesFocus={covers} onClose={close} />}
      </div>
    </ViewFrame>
  )
}

const NO_BATCHES: HistoryOverview['batches'] = []
