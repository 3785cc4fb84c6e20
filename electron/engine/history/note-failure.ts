/** The share of failures is part of the app's health, so what failed leaves a trace. */
import { toAppError } from '../../contract/result.ts'
import type { Clock } from '../platform/clock.ts'
import type { HistoryWriter } from './history-writer.ts'

/** Writes down that a scoring failed, by the error's code; never fails itself. */
export function noteFailure(
  { operations, transaction }: Pick<HistoryWriter, 'operations' | 'transaction'>,
  failed: { readonly kind: 'lead' | 'import'; readonly batch: number | null },
  error: unknown,
  clock: Clock,
): void {
  try {
    transaction(() => {
      operations.add({
        ...failed,
        startedAt: clock.nowMs(),
        rows: 0,
        errorCode: toAppError(error).code,
        featuresUs: 0,
        inferenceUs: 0,
        firstId: null,
      })
    })
  } catch {
    // What made the scoring fail (a full disk) may well prevent this; the caller hears of the first error.
  }
}
