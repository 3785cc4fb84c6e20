import { Button } from '@mantine/core'
import { IconActivityHeartbeat } from '@tabler/icons-react'
import { useAppInfo } from '../app/app-info-context.tsx'
import { useNavigation } from '../app/navigation.tsx'
import { useWorkspace } from '../app/use-workspace.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ViewFrame } from '../ui/view-frame.tsx'

/** The monitor of an empty history: what will be here, and two ways to see it. */
export function MonitorWelcome() {
  const { workspace } = useAppInfo()
  const { show } = useNavigation()
  const { busy, openDemo } = useWorkspace('monitor')
  return (
    <ViewFrame title="Monitor">
      <div data-empty="monitor">
        <EmptyState
          icon={IconActivityHeartbeat}
          title="Nothing to watch over yet"
          actions={
            <>
              {workspace === 'own' ? (
                <Button onClick={openDemo} loading={busy}>
                  Open the demo workspace
                </Button>
              ) : null}
              <Button variant="default" onClick={() => show('import')}>
                Import a list
              </Button>
            </>
          }
        >
          <p>
            Once leads are scored, Leadlight tells you here whether they are like the leads its model has
            learned from, how fast and how reliably it scores them, and what to do when something changes.
          </p>
          <p>From 20 leads on it can judge; before that it only shows.</p>
        </EmptyState>
      </div>
    </ViewFrame>
  )
}
