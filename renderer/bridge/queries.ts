/** The questions views ask main, each under one key so that one event can make them ask again. */
import { useQuery } from '@tanstack/react-query'
import { call } from './call.ts'

/** Everything read from the history lives under this key. */
export const HISTORY_KEY = 'history'
export const APP_KEY = ['app'] as const
export const LIST_KEY = [HISTORY_KEY, 'list'] as const

/** What app, model and data folder are. */
export function useAppInfoQuery() {
  return useQuery({ queryKey: APP_KEY, queryFn: () => call('describeApp', {}) })
}

/** Counts, bands and imports of the whole history. */
export function useOverview() {
  return useQuery({ queryKey: [HISTORY_KEY, 'overview'], queryFn: () => call('historyOverview', {}) })
}

/** Every import, the newest first. */
export function useBatches() {
  return useQuery({ queryKey: [HISTORY_KEY, 'batches'], queryFn: () => call('listBatches', {}) })
}

/** One import with what was said about it. */
export function useBatchDetail(batch: number) {
  return useQuery({
    queryKey: [HISTORY_KEY, 'batch', batch],
    queryFn: () => call('getBatch', { batch }),
  })
}

/** One lead with its fields; nothing is asked without one. */
export function useLeadDetail(id: number | null) {
  return useQuery({
    queryKey: [HISTORY_KEY, 'lead', id],
    queryFn: () => call('getLead', { id: id ?? 0 }),
    enabled: id !== null,
    // The next lead replaces this one in place: an empty panel between two leads would flicker while arrowing down the list.
    placeholderData: (previous) => previous,
  })
}

/** Size, operations and model age. */
export function useHealth(enabled: boolean) {
  return useQuery({ queryKey: [HISTORY_KEY, 'health'], queryFn: () => call('health', {}), enabled })
}
