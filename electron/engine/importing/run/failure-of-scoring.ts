/** Which failures of an import say that scoring does not work, as opposed to a file that cannot be used. */
import { toAppError } from '../../../contract/result.ts'

/** A part of the app ended, or met what nobody foresaw (a disk that cannot be read among it). */
const BROKEN: readonly string[] = ['engine_stopped', 'unexpected']

/**
 * Whether a failed import counts among the failed scorings: the model cannot be opened or gives no scores, or a part of the
 * app broke. A wrong, empty or protected file, an open question and a stop do not: nobody would call the app broken.
 */
export function isFailureOfScoring(error: unknown): boolean {
  const { code } = toAppError(error)
  return BROKEN.includes(code) || code.startsWith('model_')
}
