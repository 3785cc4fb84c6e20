/** Health in words. */
import type { HealthReport } from '../../../electron/contract/performance.ts'
import { assertNever } from '../../../electron/contract/result.ts'
import { formatCount, plural } from '../../format/numbers.ts'
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
    case 'unknown':
      return { word: 'Not known', tone: 'quiet' }
    default:
      return assertNever(severity)
  }
}

/** Health in one sentence: the worst there is, or that there is nothing bad. */
export function healthSentence({
  findings,
  operations,
}: Pick<HealthReport, 'findings' | 'operations'>): string {
  const [worst] = findings
  if (worst?.severity === 'warning' || worst?.severity === 'problem') return worst.sentence
  const { total, failed } = operations
  if (total === 0) return 'Everything is in order.'
  if (failed === 0) return 'Everything is in order. No scoring has ever failed.'
  const failures = `${formatCount(failed)} of ${formatCount(total)} ${plural(total, 'scoring', 'scorings')} failed`
  return `Everything is in order. ${failures}, but not lately.`
}
