import { type RefObject, useEffect } from 'react'

/**
 * Keeps the keyboard where the work is: when what held the focus has gone (an answered question, a corrected cell), the focus
 * goes to this element instead of to the top of the page.
 */
export function useFocusFallback(ref: RefObject<HTMLElement | null>, changed: unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: `changed` is what says that something may have gone.
  useEffect(() => {
    if (document.activeElement === document.body) ref.current?.focus({ preventScroll: true })
  }, [ref, changed])
}
