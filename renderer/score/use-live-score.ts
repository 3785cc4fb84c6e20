/** The score of what stands in the form, while it is typed. Nothing is stored. */
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Preview } from '../../electron/contract/lead.ts'
import { type AppError, toAppError } from '../../electron/contract/result.ts'
import { call } from '../bridge/call.ts'
import type { DraftReading } from './draft.ts'

/** Shorter than a pause between two words, longer than between two letters. */
const PAUSE_MS = 120

export type LiveScore =
  /** No field holds anything: there is nothing to score. */
  | { readonly kind: 'empty' }
  /** Some fields (by name) cannot be read; `last` is the score before that. */
  | { readonly kind: 'blocked'; readonly problems: readonly string[]; readonly last: Preview | null }
  /** `settled` once the score belongs to exactly what stands in the form. */
  | { readonly kind: 'scored'; readonly preview: Preview; readonly settled: boolean }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed'; readonly error: AppError }

/**
 * Query keeps one answer per input and shows the one of the newest: an answer that arrives late, for what was typed before,
 * is never shown. `lead` counts the leads typed so far: the score before belongs to the same lead, never to one that was cleared.
 */
export function useLiveScore(newest: DraftReading, lead: number): LiveScore {
  const typed = useMemo(() => ({ reading: newest, lead }), [newest, lead])
  const [settledOn] = useDebouncedValue(typed, PAUSE_MS)
  const debounced = settledOn.reading
  const scorable = debounced.filled > 0 && debounced.problems.size === 0
  const query = useQuery({
    queryKey: ['preview', settledOn.lead, debounced.fields],
    queryFn: () => call('previewLead', { fields: debounced.fields }),
    enabled: scorable,
    placeholderData: (previous, query) => (query?.queryKey[1] === settledOn.lead ? previous : undefined),
    gcTime: 30_000,
  })
  if (newest.problems.size > 0) {
    const last = settledOn.lead === lead ? (query.data ?? null) : null
    return { kind: 'blocked', problems: [...newest.problems.keys()], last }
  }
  if (newest.filled === 0) return { kind: 'empty' }
  if (query.isError) return { kind: 'failed', error: toAppError(query.error) }
  if (!query.data) return { kind: 'waiting' }
  return {
    kind: 'scored',
    preview: query.data,
    settled: settledOn === typed && scorable && !query.isPlaceholderData,
  }
}
