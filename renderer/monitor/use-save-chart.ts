/** Writing the picture of a chart to a file the user chooses. */
import { useMutation } from '@tanstack/react-query'
import { call } from '../bridge/call.ts'
import { failureToast } from '../ui/failure-toast.ts'
import { useToast } from '../ui/toasts.tsx'

interface Picture {
  /** Begins the suggested file name. */
  readonly name: string
  readonly png: Uint8Array
}

/** Gives the way to save a chart. */
export function useSaveChart(): (name: string, png: Uint8Array) => void {
  const toast = useToast()
  const { mutate } = useMutation({
    mutationFn: ({ name, png }: Picture) => call('saveChart', { name, png: toBase64(png) }),
    onSuccess: (written) => {
      // Null: the user closed the dialog.
      if (written) toast({ tone: 'done', text: `The chart was written to ${written.fileName}.` })
    },
    onError: (thrown) => toast(failureToast(thrown)),
  })
  return (name, png) => mutate({ name, png })
}

function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}
