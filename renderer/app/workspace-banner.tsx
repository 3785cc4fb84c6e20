import { Button } from '@mantine/core'
import { IconArrowBackUp, IconMasksTheater } from '@tabler/icons-react'
import { useAppInfo } from './app-info-context.tsx'
import classes from './strip.module.css'
import { useWorkspace } from './use-workspace.ts'

/** Says where you are while the demo workspace is open, and leads back. */
export function WorkspaceBanner() {
  const { workspace } = useAppInfo()
  const { busy, openOwn } = useWorkspace()
  if (workspace !== 'demo') return null
  return (
    <aside className={classes.strip} data-tone="demo" aria-label="Demo workspace">
      <IconMasksTheater size={18} aria-hidden className={classes.icon} />
      <p className={classes.text}>
        <strong>Demo workspace. </strong>
        Every lead here is invented
        <span className={classes.aside}>, and nothing you do here touches your own leads</span>.
      </p>
      <Button
        size="compact-sm"
        variant="white"
        leftSection={<IconArrowBackUp size={16} aria-hidden />}
        loading={busy}
        onClick={openOwn}
      >
        Back to my leads
      </Button>
    </aside>
  )
}
