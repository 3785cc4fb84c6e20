import { createContext, type ReactNode, useContext, useState } from 'react'
import type { View } from './view.ts'

interface StartView {
  readonly view: View
  /** For the workspace that is opened next. */
  readonly setView: (view: View) => void
}

const StartViewContext = createContext<StartView | null>(null)

/** Keeps which view a workspace opens on; above the workspaces, because everything below starts anew with each. */
export function StartViewProvider({ children }: { readonly children: ReactNode }) {
  const [view, setView] = useState<View>('leads')
  return <StartViewContext value={{ view, setView }}>{children}</StartViewContext>
}

/** The view a workspace begins with, and the way to change it. */
export function useStartView(): StartView {
  const start = useContext(StartViewContext)
  if (!start) throw new Error('useStartView outside StartViewProvider')
  return start
}
