import { Activity, useRef } from 'react'
import { useLiveHistory } from '../bridge/use-live-history.ts'
import { ImportProvider } from '../import/import-provider.tsx'
import { ImportView } from '../import/import-view.tsx'
import { LeadsView } from '../leads/leads-view.tsx'
import { MonitorView } from '../monitor/monitor-view.tsx'
import { ScoreView } from '../score/score-view.tsx'
import { DemoModelNotice } from './demo-model-notice.tsx'
import { DropAnywhere } from './drop-anywhere.tsx'
import { NavBar } from './nav-bar.tsx'
import { NavigationProvider, useNavigation } from './navigation.tsx'
import classes from './shell.module.css'
import { useCommands } from './use-commands.ts'
import { useKeptFocus } from './use-kept-focus.ts'
import { useSwitching } from './use-workspace.ts'
import type { View } from './view.ts'
import { WorkspaceBanner } from './workspace-banner.tsx'

const VIEWS: Readonly<Record<View, { readonly label: string; readonly Content: () => React.ReactNode }>> = {
  score: { label: 'Score', Content: ScoreView },
  import: { label: 'Import', Content: ImportView },
  leads: { label: 'Leads', Content: LeadsView },
  monitor: { label: 'Monitor', Content: MonitorView },
}

/** The window once the app is open: navigation beside the view, notices above it, drops everywhere. */
export function Shell() {
  return (
    <NavigationProvider>
      <ImportProvider>
        <Frame />
      </ImportProvider>
    </NavigationProvider>
  )
}

function Frame() {
  const { view } = useNavigation()
  const content = useRef<HTMLDivElement>(null)
  useKeptFocus(content, view)
  const switching = useSwitching()
  useCommands()
  useLiveHistory()
  return (
    <div className={classes.shell}>
      <NavBar />
      <main className={classes.main} data-ready="yes" data-view={view} aria-label={VIEWS[view].label}>
        <WorkspaceBanner />
        <DemoModelNotice />
        {/* What is typed while the workspace changes would be lost with the old one. */}
        <div ref={content} className={classes.content} inert={switching}>
          {Object.entries(VIEWS).map(([name, { Content }]) => (
            // Hidden views keep what was typed and where the list stood.
            <Activity key={name} mode={name === view ? 'visible' : 'hidden'}>
              <Content />
            </Activity>
          ))}
        </div>
      </main>
      <DropAnywhere />
    </div>
  )
}
