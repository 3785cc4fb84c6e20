import { type RefObject, useEffect, useRef } from 'react'
import type { View } from './view.ts'

/**
 * Remembers where the focus was in each view, and puts it there when the view is shown again and nothing else has it: what
 * led away (a button over a list) is out of sight with its view, and by keyboard one would start at the top of the window.
 */
export function useKeptFocus(content: RefObject<HTMLElement | null>, view: View): void {
  const kept = useRef(new Map<View, HTMLElement>())
  useEffect(() => {
    const focused = document.activeElement
    const last = kept.current.get(view)
    // A view that is hidden holds the focus for a moment longer.
    const isLost = focused === document.body || !focused?.checkVisibility()
    if (isLost && last?.isConnected) last.focus({ preventScroll: true })

    const element = content.current
    const keep = ({ target }: Event) => {
      if (target instanceof HTMLElement) kept.current.set(view, target)
    }
    element?.addEventListener('focusin', keep)
    return () => element?.removeEventListener('focusin', keep)
  }, [content, view])
}
