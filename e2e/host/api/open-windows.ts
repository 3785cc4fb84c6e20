/** The windows that are open, for modules that windows themselves are built on. */

/** What the rest of the host asks of a window. */
export interface OpenWindow {
  readonly id: number
  close(): void
  isDestroyed(): boolean
  destroy(): void
}

export const openWindows = new Map<number, OpenWindow>()

/** The window the user works in: with one window, that one. */
export function focusedWindow(): OpenWindow | null {
  return [...openWindows.values()].at(-1) ?? null
}
