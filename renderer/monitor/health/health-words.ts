/** Health in words. */
import type { HealthReport } from '../../../electron/contract/performance.ts'
import { assertNever } from '../../../electron/contract/result.ts'
import type { VerdictWords } from '../tone.ts'

type HealthSeverity = HealthReport['findings'][number]['severity']

/** The word beside a sentence on health. */
export function healthVerdictWords(severity: HealthSeverity): VerdictWords {
  switch (severity) {
    case 'ok':
      return { word: 'In order', tone: 'good' }
    case 'warning':
      return { word: 'Worth a look', tone: 'attention' }
    case 'problem':
      return { word: 'Problem', tone: 'problem' }
    default:
      return assertNever(severity)
  }
}
