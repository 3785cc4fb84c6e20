/** Keeping the monitor's settings, at once, with a word on it. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { MonitorSettings } from '../../electron/contract/alerts.ts'
import { toAppError } from '../../electron/contract/result.ts'
import { call } from '../bridge/call.ts'
import { ALERTS_KEY, MONITOR_SETTINGS_KEY, REPORT_KEY } from '../bridge/monitor-queries.ts'

/** Keeps these settings. */
export type SaveSettings = (settings: MonitorSettings) => void

/** Gives the ways to keep settings and to go back to the defaults. */
export function useSaveSettings() {
  const queryClient = useQueryClient()
  const [said, setSaid] = useState('')
  const { mutate, isPending } = useMutation({
    mutationFn: (settings: MonitorSettings | 'defaults') =>
      settings === 'defaults' ? call('restoreMonitorSettings', {}) : call('saveMonitorSettings', settings),
    onMutate: (settings) => {
      setSaid('')
      // Shown as chosen at once: a switch that waits for the disk feels broken.
      if (settings !== 'defaults') queryClient.setQueryData(MONITOR_SETTINGS_KEY, settings)
    },
    onSuccess: (kept, settings) => {
      queryClient.setQueryData(MONITOR_SETTINGS_KEY, kept)
      queryClient.invalidateQueries({ queryKey: REPORT_KEY })
      queryClient.invalidateQueries({ queryKey: ALERTS_KEY })
      setSaid(settings === 'defaults' ? 'The defaults are back.' : 'Saved.')
    },
    onError: (thrown) => {
      queryClient.invalidateQueries({ queryKey: MONITOR_SETTINGS_KEY })
      setSaid(toAppError(thrown).message)
    },
  })
  const save: SaveSettings = (settings) => mutate(settings)
  return { save, restore: () => mutate('defaults'), busy: isPending, said }
}
