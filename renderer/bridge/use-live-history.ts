/** Keeps what is shown of the history true while it changes. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { HISTORY_KEY, LIST_KEY } from './queries.ts'
import { useAppEvent } from './use-app-event.ts'

/** An import changes the history many times a second; asking again more often than this helps nobody. */
const PAUSE_MS = 500

/**
 * Counts and details ask again at once. Lists are only marked as old: rows that move under the reader's eyes would cost
 * more than they tell, so the list itself decides (see `leads/use-lead-list.ts`).
 */
export function useLiveHistory(): void {
  const queryClient = useQueryClient()
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  useAppEvent('historyChanged', () => {
    timer.current ??= setTimeout(() => {
      timer.current = null
      const isList = (key: readonly unknown[]) => key[1] === LIST_KEY[1]
      queryClient.invalidateQueries({ queryKey: LIST_KEY, refetchType: 'none' })
      queryClient.invalidateQueries({
        queryKey: [HISTORY_KEY],
        predicate: ({ queryKey }) => !isList(queryKey),
      })
    }, PAUSE_MS)
  })
  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current)
    },
    [],
  )
}
