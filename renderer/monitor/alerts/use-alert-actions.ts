/** What can be done about an alert. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../bridge/call.ts'
import { ALERTS_KEY } from '../../bridge/monitor-queries.ts'
import { failureToast } from '../../ui/failure-toast.ts'
import { useToast } from '../../ui/toasts.tsx'

type Action =
  | { readonly kind: 'acknowledge'; readonly id: number }
  | { readonly kind: 'snooze'; readonly id: number; readonly hours: number; readonly words: string }

/** Acknowledging and snoozing, with a word on what happened. */
export function useAlertActions() {
  const toast = useToast()
  const queryClient = useQueryClient()
  const { mutate, isPending } = useMutation({
    mutationFn: async (action: Action): Promise<void> => {
      if (action.kind === 'acknowledge') await call('acknowledgeAlert', { id: action.id })
      else await call('snoozeAlert', { id: action.id, hours: action.hours })
    },
    onSuccess: (_answer, action) => {
      queryClient.invalidateQueries({ queryKey: ALERTS_KEY })
      const text =
        action.kind === 'acknowledge'
          ? 'Done: you will find it under past alerts.'
          : `Quiet for ${action.words}.`
      toast({ tone: 'done', text })
    },
    onError: (thrown) => toast(failureToast(thrown)),
  })
  return {
    busy: isPending,
    acknowledge: (id: number) => mutate({ kind: 'acknowledge', id }),
    snooze: (id: number, hours: number, words: string) => mutate({ kind: 'snooze', id, hours, words }),
  }
}
