/** The score of what stands in the form, while it is typed. Nothing is stored. */
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Preview } from '../../electron/contract/lead.ts'
import { type AppError, toAppError } from '../../electron/contract/result.ts'
import { call } from '../bridge/call.ts'
import type { DraftReading } from './draft.ts'

/** Shorter than a pause between two words, longer than between two letters. */
const PAUSE_MS = 120

export type LiveScore =
  /** No field holds anything: there is nothing to score. */
  | { readonly kind: 'empty' }
  /** Some field cannot be read; `last` is the score before that. */
  | { readonly kind: 'blocked'; readonly problems: number; readonly last: Preview | null }
  /** `settled` once the score belongs to exactly what stands in the form. */
  | { readonly kind: 'scored'; readonly preview: Preview; readonly settled: boolean }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed'; readonly error: AppError }

/**
 * Query keeps one answer per input and shows the one of the newest: an answer that arrives late, for what was typed before,
 * is never shown.
 */
export function useLiveScore(reading: DraftReading): LiveScore {
  const [debounced] = useDebouncedValue(reading, PAUSE_MS)
  const scorable = debounced.filled > 0 && debounced.problems.size === 0
  const query = useQuery({
    queryKey: ['preview', debounced.fields],
    queryFn: () => call('previewLead', { fields: debounced.fields }),
    enabled: scorable,
    placeholderData: keepPreviousData,
    gcTime: 30_000,
  })
  if (reading.problems.size > 0)
    return { kind: 'blocked', problems: reading.problems.size, last: query.data ?? null }
  if (reading.filled === 0) return { kind: 'empty' }
  if (query.isError) return { kind: 'failed', error: toAppError(query.error) }
  if (!query.data) return { kind: 'waiting' }
  return {
    kind: 'scored',
    preview: query.data,
    settled: debounced === reading && scorable && !query.isPlaceholderData,
  }
}
