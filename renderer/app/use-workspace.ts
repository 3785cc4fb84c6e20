/** Going between the user's own leads and the demo workspace. */
import { useIsMutating, useMutation, useQueryClient } from '@tanstack/react-query'
import type { AppInfo, Workspace } from '../../electron/contract/app-info.ts'
import { DEFAULT_SETTINGS } from '../../electron/contract/importing.ts'
import { call } from '../bridge/call.ts'
import { APP_KEY, HISTORY_KEY } from '../bridge/queries.ts'
import { useImportState } from '../import/import-context.ts'
import { IMPORT_RUNS } from '../import/import-runs.ts'
import { failureToast } from '../ui/failure-toast.ts'
import { useToast } from '../ui/toasts.tsx'
import { useStartView } from './start-view.tsx'
import type { View } from './view.ts'

/** Opens the demo workspace (with the sample leads in it) on a view, or goes back. */
export function useWorkspace(demoView: View = 'leads') {
  const queryClient = useQueryClient()
  const toast = useToast()
  const state = useImportState()
  const { setView } = useStartView()
  const open = useMutation({
    mutationKey: SWITCHING,
    mutationFn: openWorkspace,
    // At once: a view that the user chooses until the workspace is there is a later choice, and wins.
    onMutate: (workspace) => setView(workspace === 'demo' ? demoView : 'leads'),
    onSuccess: (info) => {
      queryClient.removeQueries({ queryKey: [HISTORY_KEY] })
      queryClient.setQueryData(APP_KEY, info)
    },
    onError: (thrown) => {
      toast(failureToast(thrown))
      // Main may have changed the workspace before the sample failed: ask where we are.
      queryClient.invalidateQueries({ queryKey: APP_KEY })
    },
  })
  // Changing the workspace would stop the import, which nobody asked for.
  const change = (workspace: Workspace) =>
    state.step === 'running' ? toast(IMPORT_RUNS) : open.mutate(workspace)
  return { busy: open.isPending, openDemo: () => change('demo'), openOwn: () => change('own') }
}

const SWITCHING = ['workspace']

/** Whether another workspace is being opened. */
export function useSwitching(): boolean {
  return useIsMutating({ mutationKey: SWITCHING }) > 0
}

async function openWorkspace(workspace: Workspace): Promise<AppInfo> {
  const info = await call('openWorkspace', { workspace })
  if (workspace === 'demo') await fillWithSample()
  return info
}

// The sample is imported on the first visit only; later visits find what the user left there.
async function fillWithSample(): Promise<void> {
  const { predictions } = await call('historyOverview', {})
  if (predictions > 0) return
  const { ticket } = await call('sampleFile', {})
  await call('startImport', { ticket, job: crypto.randomUUID(), settings: DEFAULT_SETTINGS })
}
