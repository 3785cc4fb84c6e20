import { Button } from '@mantine/core'
import { IconArrowRight, IconPlayerPlay } from '@tabler/icons-react'
import type { Batch } from '../../../electron/contract/history.ts'
import type { ImportSummary } from '../../../electron/contract/importing.ts'
import { useNavigation } from '../../app/navigation.tsx'
import classes from '../import.module.css'
import { useImportActions } from '../import-context.ts'

interface NextStepsProps {
  readonly summary: ImportSummary
  /** The import as it is now; null while that is not known. */
  readonly batch: Batch | null
}

/** Where to go from the result: the list, the rest of a file that was stopped, the next file. */
export function NextSteps({ summary, batch }: NextStepsProps) {
  const { showLeads } = useNavigation()
  const { reset, resume } = useImportActions()
  const leads = batch?.leads ?? summary.accepted
  return (
    <div className={classes.buttons}>
      <Button variant="default" onClick={reset}>
        Import another file
      </Button>
      {batch?.resumable ? (
        <Button
          variant={leads > 0 ? 'default' : 'filled'}
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          onClick={() => resume(batch, null)}
        >
          Continue
        </Button>
      ) : null}
      {leads > 0 ? (
        <Button
          rightSection={<IconArrowRight size={18} aria-hidden />}
          onClick={() => showLeads({ batch: summary.batch })}
        >
          See the ranked list
        </Button>
      ) : null}
    </div>
  )
}
