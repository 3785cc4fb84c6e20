import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCircleCheck,
  IconPlayerStop,
  type IconProps,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { Batch } from '../../../electron/contract/history.ts'
import type { ImportSummary } from '../../../electron/contract/importing.ts'
import { useManifest } from '../../app/app-info-context.tsx'
import { formatChance } from '../../format/chance.ts'
import { BandShares } from '../../ui/band-shares.tsx'
import { Card } from '../../ui/card.tsx'
import classes from '../import.module.css'
import { NextSteps } from './next-steps.tsx'
import { resultExplanation, resultHeadline, undoneExplanation, undoneHeadline } from './result-words.ts'

interface OutcomeCardProps {
  readonly summary: ImportSummary
  /** The import as it is now; null while that is not known. */
  readonly batch: Batch | null
}

/** What came of the import in one glance, and the way on. */
export function OutcomeCard({ summary, batch }: OutcomeCardProps) {
  const { target } = useManifest()
  const isUndone = batch?.state === 'undone'
  const { icon: Icon, look } = isUndone ? UNDONE : outcomeLook(summary)
  return (
    <Card>
      <div className={classes.result}>
        <div className={classes.fileHead}>
          <div className={classes.verdict}>
            <Icon size={26} aria-hidden className={`${classes.outcome} ${look}`} />
            <div>
              <h2 className={classes.fileName}>
                {isUndone ? undoneHeadline(batch) : resultHeadline(summary)}
              </h2>
              <p className={classes.quiet}>
                {isUndone ? undoneExplanation(batch) : resultExplanation(summary)}
              </p>
            </div>
          </div>
          <NextSteps summary={summary} batch={batch} />
        </div>
        {summary.accepted > 0 && !isUndone ? <BandShares bands={summary.bands} /> : null}
        {summary.meanScore === null || isUndone ? null : (
          <p className={classes.quiet}>
            On average, a lead of this list {target.sentence} with a chance of{' '}
            {formatChance(summary.meanScore)}.
          </p>
        )}
      </div>
    </Card>
  )
}

interface Look {
  readonly icon: ComponentType<IconProps>
  readonly look: string | undefined
}

const UNDONE: Look = { icon: IconArrowBackUp, look: '' }

/** A tick says that everything went in; rows left out are not hidden behind it. */
function outcomeLook({ cancelled, rejected }: ImportSummary): Look {
  if (cancelled) return { icon: IconPlayerStop, look: '' }
  if (rejected > 0) return { icon: IconAlertTriangle, look: classes.partly }
  return { icon: IconCircleCheck, look: classes.done }
}
