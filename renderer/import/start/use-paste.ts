import { useEffect, useEffectEvent } from 'react'
import { useToast } from '../../ui/toasts.tsx'
import { useImportActions } from '../import-context.ts'
import { pasteObstacle } from './pasted-text.ts'

/** Takes what is pasted anywhere in Import while the component is shown; what is pasted into an input stays there. */
export function usePaste(): void {
  const takePasted = useTakePasted()
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const { target, clipboardData } = event
    const isInput = target instanceof Element && target.closest('input, textarea, select, [role="dialog"]')
    if (isInput || !clipboardData) return
    event.preventDefault()
    takePasted(clipboardData)
  })
  useEffect(() => {
    const listener = (event: ClipboardEvent) => onPaste(event)
    document.addEventListener('paste', listener)
    return () => document.removeEventListener('paste', listener)
  }, [])
}

/** Opens what was pasted: a file copied in the file manager, else cells. */
function useTakePasted(): (pasted: DataTransfer) => void {
  const { openDropped, openPasted } = useImportActions()
  const toast = useToast()
  return (pasted) => {
    const [file] = pasted.files
    const text = pasted.getData('text/plain')
    // A spreadsheet puts a picture of the cells beside them: the cells are meant.
    if (file && text === '') return openDropped(file)
    const obstacle = pasteObstacle(text)
    if (obstacle === null) openPasted(text)
    else toast({ tone: 'notice', text: 'Nothing to import on the clipboard.', detail: obstacle })
  }
}
