import { Button, Progress } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useNavigation } from '../app/navigation.tsx'
import { useJobProgress } from '../import/import-context.ts'
import { importShare } from '../import/run/import-share.ts'
import type { ImportState } from '../import/state/import-state.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ViewFrame } from '../ui/view-frame.tsx'

/** The history is empty and its first list is on its way: the welcome would ask for what has just been done. */
export function FirstImport({ state }: { readonly state: Extract<ImportState, { step: 'running' }> }) {
  const { show } = useNavigation()
  const progress = useJobProgress(state.job)
  return (
    <ViewFrame title="Leads">
      <EmptyState
        icon={IconFileImport}
        title="Your first list is being scored"
        actions={
          <Button variant="default" onClick={() => show('import')}>
            See the import
          </Button>
        }
      >
        The ranked list of {state.fileName} appears here when the import is done.
        <Progress
          mt="md"
          value={importShare(progress) * 100}
          aria-label="Share of the file that has been scored"
        />
      </EmptyState>
    </ViewFrame>
  )
}
