import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useEffectEvent,
  useMemo,
  useState,
} from 'react'
import { EVERY_LEAD, type LeadListState } from '../leads/lead-list-state.ts'
import { useStartView } from './start-view.tsx'
import type { View } from './view.ts'

/** Something a view is to do as soon as it is shown. */
export type Errand = 'find' | 'new-lead' | 'export-leads'

interface Navigation {
  readonly view: View
  readonly errand: Errand | null
  readonly show: (view: View, errand?: Errand) => void
  readonly finishErrand: () => void
  /** What the list of leads shows; kept here because other views send the user to a part of it. */
  readonly list: LeadListState
  readonly setList: (change: Partial<LeadListState>) => void
  readonly showLeads: (list: Partial<LeadListState>) => void
  /** A lead that the list is to open as soon as it is shown. */
  readonly leadToOpen: number | null
  readonly showLead: (id: number) => void
  readonly finishOpening: () => void
}

const NavigationContext = createContext<Navigation | null>(null)

/** Knows which view is shown, and with which errand it was opened. */
export function NavigationProvider({ children }: { readonly children: ReactNode }) {
  const start = useStartView()
  const [place, setPlace] = useState<{ view: View; errand: Errand | null }>({
    view: start.view,
    errand: null,
  })
  const [list, replaceList] = useState<LeadListState>(EVERY_LEAD)
  const { setView } = start
  const show = useCallback(
    (view: View, errand: Errand | null = null) => {
      setPlace({ view, errand })
      // While another workspace is being opened: it then begins with what was chosen last.
      setView(view)
    },
    [setView],
  )
  const finishErrand = useCallback(() => setPlace(({ view }) => ({ view, errand: null })), [])
  const setList = useCallback(
    (change: Partial<LeadListState>) => replaceList((now) => ({ ...now, ...change })),
    [],
  )
  const showLeads = useCallback(
    (change: Partial<LeadListState>) => {
      replaceList({ ...EVERY_LEAD, ...change })
      show('leads')
    },
    [show],
  )
  const [leadToOpen, setLeadToOpen] = useState<number | null>(null)
  const showLead = useCallback(
    (id: number) => {
      setLeadToOpen(id)
      showLeads({ order: 'newest' })
    },
    [showLeads],
  )
  const finishOpening = useCallback(() => setLeadToOpen(null), [])
  const value = useMemo(
    () => ({
      ...place,
      show,
      finishErrand,
      list,
      setList,
      showLeads,
      leadToOpen,
      showLead,
      finishOpening,
    }),
    [place, show, finishErrand, list, setList, showLeads, leadToOpen, showLead, finishOpening],
  )
  return <NavigationContext value={value}>{children}</NavigationContext>
}

/** The view that is shown, and the way to another one. */
export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext)
  if (!navigation) throw new Error('useNavigation outside NavigationProvider')
  return navigation
}

/** Runs an errand once, when its view is on screen. */
export function useErrand(wanted: Errand, run: () => void): void {
  const { errand, finishErrand } = useNavigation()
  const onErrand = useEffectEvent(() => {
    finishErrand()
    run()
  })
  useEffect(() => {
    if (errand === wanted) onErrand()
  }, [errand, wanted])
}

/** Opens the lead another view asked for, once its list is on screen. */
export function useLeadToOpen(open: (id: number) => void): void {
  const { leadToOpen, finishOpening } = useNavigation()
  const onLead = useEffectEvent((id: number) => {
    finishOpening()
    open(id)
  })
  useEffect(() => {
    if (leadToOpen !== null) onLead(leadToOpen)
  }, [leadToOpen])
}
