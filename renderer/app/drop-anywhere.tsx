import { IconFileImport } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useImportActions } from '../import/import-context.ts'
import { useToast } from '../ui/toasts.tsx'
import classes from './drop-anywhere.module.css'
import { useNavigation } from './navigation.tsx'

/** Takes a file dropped anywhere in the window, in any view, and opens it in Import. */
export function DropAnywhere() {
  const { show } = useNavigation()
  const { openDropped } = useImportActions()
  const toast = useToast()
  const hovering = useFileDrop((files) => {
    const [file] = files
    if (!file) return
    if (files.length > 1) {
      toast({
        tone: 'notice',
        text: 'One file at a time, please.',
        detail: 'Nothing was imported. Drop a single file.',
      })
      return
    }
    show('import')
    openDropped(file)
  })
  if (!hovering) return null
  return (
    <aside className={classes.overlay} aria-label="Drop a file">
      <div className={classes.target}>
        <IconFileImport size={40} stroke={1.4} aria-hidden />
        <strong>Drop the file to import it</strong>
        <span>You will see what is in it before anything is scored.</span>
      </div>
    </aside>
  )
}

function useFileDrop(onFiles: (files: readonly File[]) => void): boolean {
  const [hovering, setHovering] = useState(false)
  // Entering a child fires before leaving its parent: only the balance says whether the pointer has left the window.
  const depth = useRef(0)
  const onDrag = useEffectEvent((event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    if (event.type === 'dragenter') depth.current++
    if (event.type === 'dragleave') depth.current--
    if (event.type === 'dragover') event.dataTransfer.dropEffect = 'copy'
    if (event.type === 'drop') {
      depth.current = 0
      onFiles([...event.dataTransfer.files])
    }
    setHovering(depth.current > 0)
  })
  useEffect(() => {
    const listener = (event: DragEvent) => onDrag(event)
    const types = ['dragenter', 'dragover', 'dragleave', 'drop'] as const
    for (const type of types) window.addEventListener(type, listener)
    return () => {
      for (const type of types) window.removeEventListener(type, listener)
    }
  }, [])
  return hovering
}
