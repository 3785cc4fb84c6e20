/** Writing the rejected rows of an import to a file the user chooses. */
import { useMutation } from '@tanstack/react-query'
import { call } from '../../bridge/call.ts'
import { formatCount, plural } from '../../format/numbers.ts'
import { failureToast } from '../../ui/failure-toast.ts'
import { useToast } from '../../ui/toasts.tsx'

/** Gives the way to save the rejected rows of an import, and whether that is under way. */
export function useSaveRejects(batch: number) {
  const toast = useToast()
  const mutation = useMutation({
    mutationFn: () => call('saveRejects', { batch }),
    onSuccess: (written) => {
      // Null: the user closed the dialog.
      if (!written) return
      const { rows, fileName } = written
      toast({
        tone: 'done',
        text: `${formatCount(rows)} ${plural(rows, 'row', 'rows')} written to ${fileName}.`,
        detail: 'The last column says why. Correct them there and import that file.',
      })
    },
    onError: (thrown) => toast(failureToast(thrown)),
  })
  return { busy: mutation.isPending, save: () => mutation.mutate() }
}
