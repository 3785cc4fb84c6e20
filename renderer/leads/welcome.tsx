import { Button } from '@mantine/core'
import { IconFileImport, IconGauge, IconMasksTheater } from '@tabler/icons-react'
import { useAppInfo } from '../app/app-info-context.tsx'
import { useNavigation } from '../app/navigation.tsx'
import { useWorkspace } from '../app/use-workspace.ts'
import { useImportActions } from '../import/import-context.ts'
import { BrandMark } from '../ui/brand-mark.tsx'
import classes from './welcome.module.css'

/** The first start: three ways to the first score, one of them without any data of one's own. */
export function Welcome() {
  const { workspace, manifest } = useAppInfo()
  const { show } = useNavigation()
  const { chooseFile } = useImportActions()
  const { busy, openDemo } = useWorkspace()
  return (
    <div className={classes.page} data-empty="history">
      <div className={classes.inner}>
        <BrandMark size={52} />
        <h1 className={classes.title}>Know whom to call next</h1>
        <p className={classes.text}>
          Leadlight works out the chance that a lead {manifest.target.sentence}, puts the best ones on top,
          and keeps every score on this computer. Nothing is sent anywhere.
        </p>
        <ul className={classes.ways}>
          {workspace === 'own' ? (
            <li className={classes.way} data-main="true">
              <IconMasksTheater size={24} stroke={1.6} aria-hidden className={classes.icon} />
              <h2>Look around with sample leads</h2>
              <p>Invented people in a demo workspace of their own. They never mix with your leads.</p>
              <Button onClick={openDemo} loading={busy}>
                Open the demo workspace
              </Button>
            </li>
          ) : null}
          <li className={classes.way}>
            <IconFileImport size={24} stroke={1.6} aria-hidden className={classes.icon} />
            <h2>Import your list</h2>
            <p>
              Drop an Excel or CSV export anywhere in this window, or choose one. You see what will be read
              before anything is scored.
            </p>
            <Button
              variant="default"
              onClick={() => {
                show('import')
                chooseFile()
              }}
            >
              Choose a file …
            </Button>
          </li>
          <li className={classes.way}>
            <IconGauge size={24} stroke={1.6} aria-hidden className={classes.icon} />
            <h2>Score one lead</h2>
            <p>Type in what you know and watch the score follow. Nothing is stored until you save.</p>
            <Button variant="default" onClick={() => show('score', 'new-lead')}>
              Type in a lead
            </Button>
          </li>
        </ul>
      </div>
    </div>
  )
}
