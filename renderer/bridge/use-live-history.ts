/** Keeps what is shown of the history true while it changes. */
import { useDebouncedCallback } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { ALERTS_KEY, REPORT_KEY } from './monitor-queries.ts'
import { HISTORY_KEY, LIST_KEY } from './queries.ts'
import { useAppEvent } from './use-app-event.ts'

/** An import changes the history many times a second; asking again more often than this helps nobody. */
const PAUSE_MS = 500
/** A report over a million leads takes seconds: it waits until the history has been quiet for so long. */
const QUIET_MS = 1000

/**
 * Counts and details ask again at once. Lists are only marked as old: rows that move under the reader's eyes would cost
 * more than they tell, so the list itself decides (see `leads/use-lead-list.ts`). Reports wait for the end of the change.
 */
export function useLiveHistory(): void {
  const queryClient = useQueryClient()
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const askReports = useDebouncedCallback(
    () => queryClient.invalidateQueries({ queryKey: REPORT_KEY }),
    QUIET_MS,
  )
  useAppEvent('historyChanged', () => {
    // Old at once, so that a report that comes on screen is asked for right away; those on screen wait for quiet.
    queryClient.invalidateQueries({ queryKey: REPORT_KEY, refetchType: 'none' })
    askReports()
    timer.current ??= setTimeout(() => {
      timer.current = null
      const waits = (key: readonly unknown[]) => key[1] === LIST_KEY[1] || key[1] === REPORT_KEY[1]
      queryClient.invalidateQueries({ queryKey: LIST_KEY, refetchType: 'none' })
      queryClient.invalidateQueries({
        queryKey: [HISTORY_KEY],
        predicate: ({ queryKey }) => !waits(queryKey),
      })
    }, PAUSE_MS)
  })
  useAppEvent('alertsChanged', () => {
    queryClient.invalidateQueries({ queryKey: ALERTS_KEY })
  })
  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current)
    },
    [],
  )
}
