import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconClipboardText, IconFolderOpen, IconUpload } from '@tabler/icons-react'
import { useAppInfo } from '../../app/app-info-context.tsx'
import { useWorkspace } from '../../app/use-workspace.ts'
import { useBatches } from '../../bridge/queries.ts'
import { ImportHistory } from '../history/import-history.tsx'
import { useImportActions } from '../import-context.ts'
import { PasteDialog } from './paste-dialog.tsx'
import classes from './start.module.css'
import { usePaste } from './use-paste.ts'

/** The first step: the ways to a list, and what was imported before. */
export function StartStep() {
  const { chooseFile } = useImportActions()
  const { platform } = useAppInfo()
  const batches = useBatches()
  const [pasting, paste] = useDisclosure(false)
  usePaste()
  const key = platform === 'darwin' ? '⌘V' : 'Ctrl+V'
  return (
    <div className={classes.step}>
      <section className={classes.dropZone} aria-label="Choose a list">
        <IconUpload size={32} stroke={1.5} aria-hidden className={classes.icon} />
        <h2 className={classes.title}>Drop a file anywhere in this window</h2>
        <p className={classes.quiet}>
          An Excel workbook or a CSV file, from Excel, HubSpot, Salesforce, Sales Navigator, Lemlist or
          Pipedrive. Or copy cells in a spreadsheet and press <kbd className={classes.key}>{key}</kbd> here.
        </p>
        <div className={classes.ways}>
          <Button
            size="md"
            leftSection={<IconFolderOpen size={18} aria-hidden />}
            onClick={chooseFile}
            data-autofocus
          >
            Choose a file …
          </Button>
          <Button
            size="md"
            variant="default"
            leftSection={<IconClipboardText size={18} aria-hidden />}
            onClick={paste.open}
          >
            Paste cells …
          </Button>
        </div>
        <p className={classes.quiet}>
          You see what is in it before anything is scored. The file itself is never changed, and nothing
          leaves this computer.
        </p>
        <SampleOffer />
      </section>
      <ImportHistory batches={batches} />
      <PasteDialog opened={pasting} onClose={paste.close} />
    </div>
  )
}

/** Invented leads never mix with one's own: outside the demo workspace the sample leads there. */
function SampleOffer() {
  const { workspace } = useAppInfo()
  const { openSample } = useImportActions()
  const { busy, openDemo } = useWorkspace()
  const isDemo = workspace === 'demo'
  return (
    <p className={classes.quiet}>
      No file at hand?{' '}
      <Button variant="subtle" size="compact-sm" loading={busy} onClick={isDemo ? openSample : openDemo}>
        {isDemo ? 'Look at the sample file' : 'Try it with invented sample leads'}
      </Button>
    </p>
  )
}
