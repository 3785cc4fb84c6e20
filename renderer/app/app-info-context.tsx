import { createContext, type ReactNode, useContext } from 'react'
import type { AppInfo, Manifest } from '../../electron/contract/app-info.ts'

const AppInfoContext = createContext<AppInfo | null>(null)

/** Gives the views what main said about the app at start. */
export function AppInfoProvider({
  info,
  children,
}: {
  readonly info: AppInfo
  readonly children: ReactNode
}) {
  return <AppInfoContext value={info}>{children}</AppInfoContext>
}

/** What main said about app and model at the start. */
export function useAppInfo(): AppInfo {
  const info = useContext(AppInfoContext)
  if (!info) throw new Error('useAppInfo outside AppInfoProvider')
  return info
}

/** The active model's manifest: the single source for form, mapping and words. */
export function useManifest(): Manifest {
  return useAppInfo().manifest
}
