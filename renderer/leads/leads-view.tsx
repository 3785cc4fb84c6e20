import { useOverview } from '../bridge/queries.ts'
import { useImportState } from '../import/import-context.ts'
import { ViewFrame } from '../ui/view-frame.tsx'
import { CallList } from './call-list.tsx'
import { FirstImport } from './first-import.tsx'
import { Welcome } from './welcome.tsx'

/** Leads: whom to call next. With an empty history, how to get there. */
export function LeadsView() {
  const overview = useOverview()
  const state = useImportState()
  // While the first count is under way neither the list nor the welcome is true.
  if (overview.isPending) return <ViewFrame title="Leads">{null}</ViewFrame>
  if (overview.isSuccess && overview.data.predictions === 0) {
    return state.step === 'running' ? <FirstImport state={state} /> : <Welcome />
  }
  return <CallList overview={overview.data ?? null} />
}
