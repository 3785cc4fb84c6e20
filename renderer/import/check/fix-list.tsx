import { Button } from '@mantine/core'
import { useState } from 'react'
import type { CellFix } from '../../../electron/contract/importing.ts'
import { formatCount, plural } from '../../format/numbers.ts'
import { Card } from '../../ui/card.tsx'
import { useImportActions } from '../import-context.ts'
import type { OpenFile } from '../state/open-file.ts'
import { fixKey, withoutFix } from '../state/settings.ts'
import classes from './check.module.css'

const STEP = 8

/** Cells the user has corrected, each to be taken back. */
export function FixList({ file }: { readonly file: OpenFile }) {
  const { choose } = useImportActions()
  const [shown, setShown] = useState(STEP)
  const { chosen, inspection } = file
  const { fixes } = chosen
  if (fixes.length === 0) return null
  const headerOf = ({ column }: CellFix) =>
    inspection.columns.find(({ index }) => index === column)?.header.trim() || `Column ${column + 1}`
  return (
    <Card
      title={`${formatCount(fixes.length)} ${plural(fixes.length, 'correction', 'corrections')}`}
      labelledBy="fixes-title"
      aside={<span className={classes.quiet}>The file itself stays as it is</span>}
    >
      <ul className={classes.fixes}>
        {fixes.slice(0, shown).map((fix) => (
          <li key={fixKey(fix)}>
            <span>
              {headerOf(fix)}
              {fix.row === undefined ? '' : `, row ${formatCount(fix.row)}`}:{' '}
              <code className={classes.cellText}>{fix.from === '' ? 'empty' : fix.from}</code> is read as{' '}
              <code className={classes.cellText}>{fix.to.trim() === '' ? 'empty' : fix.to}</code>
            </span>
            <Button
              variant="subtle"
              size="compact-xs"
              aria-label={`Take back the correction of “${fix.from}”`}
              onClick={() => choose(withoutFix(chosen, fix))}
            >
              Take back
            </Button>
          </li>
        ))}
      </ul>
      {fixes.length > shown ? (
        <Button variant="subtle" size="compact-sm" onClick={() => setShown(fixes.length)}>
          Show all {formatCount(fixes.length)}
        </Button>
      ) : null}
    </Card>
  )
}
