/** Writing the list, as it is filtered and ordered, to a file the user chooses. */
import { useMutation } from '@tanstack/react-query'
import { call } from '../bridge/call.ts'
import { formatCount, plural } from '../format/numbers.ts'
import { failureToast } from '../ui/failure-toast.ts'
import { useToast } from '../ui/toasts.tsx'
import { type LeadListState, toLeadFilter } from './lead-list-state.ts'

/** Gives the way to export the list, and whether that is under way. */
export function useExportLeads(state: LeadListState) {
  const toast = useToast()
  const mutation = useMutation({
    mutationFn: () => call('exportLeads', { ...toLeadFilter(state), order: state.order }),
    onSuccess: (written) => {
      // Null: the user closed the dialog.
      if (!written) return
      const { rows, fileName } = written
      toast({
        tone: 'done',
        text: `${formatCount(rows)} ${plural(rows, 'lead', 'leads')} written to ${fileName}.`,
      })
    },
    onError: (thrown) => toast(failureToast(thrown)),
  })
  return { busy: mutation.isPending, start: () => mutation.mutate() }
}
