/** Speed in words. */
import type { LatencyReport, OperationLatency, Stage } from '../../../electron/contract/performance.ts'
import { assertNever } from '../../../electron/contract/result.ts'
import { formatCount } from '../../format/numbers.ts'
import type { VerdictWords } from '../tone.ts'

/** The word over a report on speed. */
export function speedVerdictWords({
  verdict,
  operations,
}: Pick<LatencyReport, 'verdict' | 'operations'>): VerdictWords {
  switch (verdict) {
    case 'fast':
      return { word: 'Fast', tone: 'good' }
    case 'slow':
      return { word: 'Slow', tone: 'attention' }
    case 'not_judged':
      return { word: isTypedIn(operations) ? 'Too few to judge' : 'Imports only', tone: 'quiet' }
    case 'no_operations':
      return { word: 'Nothing scored', tone: 'quiet' }
    default:
      return assertNever(verdict)
  }
}

const isTypedIn = (operations: LatencyReport['operations']) =>
  operations.some(({ operation, stages }) => operation === 'single' && stages !== null)

/** Beside the model's own measurement: where it was made, and why an import here may take longer for a lead. */
export function measuredWords(
  operation: OperationLatency['operation'],
  machine: string,
  leads: number,
): string {
  const where = `The model was measured on ${machine}.`
  if (operation === 'single') return where
  return `${where} It scored ${formatCount(leads)} leads there, one large import after another. Each import takes a moment to start; in a small one that shows in the time of each lead.`
}

/** What is scored, as a heading. */
export const OPERATION_TITLES: Readonly<Record<OperationLatency['operation'], string>> = {
  single: 'A lead typed in',
  batch: 'A lead of an import',
}

/** The steps of a scoring in their order, as they are called on screen. */
export const STAGES: readonly { readonly stage: Stage; readonly label: string }[] = [
  { stage: 'features', label: 'Preparing' },
  { stage: 'inference', label: 'Scoring' },
  { stage: 'storage', label: 'Storing' },
  { stage: 'total', label: 'All together' },
]

/** A step in a sentence. */
export function stageWords(stage: Exclude<Stage, 'total'>): string {
  switch (stage) {
    case 'features':
      return 'preparing'
    case 'inference':
      return 'scoring'
    case 'storage':
      return 'storing'
    default:
      return assertNever(stage)
  }
}
