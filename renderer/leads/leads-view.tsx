import { useOverview } from '../bridge/queries.ts'
import { ViewFrame } from '../ui/view-frame.tsx'
import { CallList } from './call-list.tsx'
import { Welcome } from './welcome.tsx'

/** Leads: whom to call next. With an empty history, how to get there. */
export function LeadsView() {
  const overview = useOverview()
  // While the first count is under way neither the list nor the welcome is true.
  if (overview.isPending) return <ViewFrame title="Leads">{null}</ViewFrame>
  if (overview.isSuccess && overview.data.predictions === 0) return <Welcome />
  return <CallList overview={overview.data ?? null} />
}
