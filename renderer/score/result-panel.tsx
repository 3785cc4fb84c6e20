import { Button } from '@mantine/core'
import { IconArrowRight, IconCheck, IconDeviceFloppy, IconPlus } from '@tabler/icons-react'
import { useNavigation } from '../app/navigation.tsx'
import { formatCount } from '../format/numbers.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { ChanceDisplay } from './chance-display.tsx'
import { ChanceMeaning } from './chance-meaning.tsx'
import classes from './result.module.css'
import type { LiveScore } from './use-live-score.ts'
import type { SaveState } from './use-save-lead.ts'

interface ResultPanelProps {
  readonly score: LiveScore
  readonly saved: SaveState
  readonly filled: number
  readonly onNew: () => void
}

/** Beside the form: the score, what it means, and saving. */
export function ResultPanel({ score, saved, filled, onNew }: ResultPanelProps) {
  return (
    <aside className={classes.panel} aria-label="Score">
      <section className={classes.head}>
        <ChanceDisplay score={score} />
        <SaveBar saved={saved} onNew={onNew} />
      </section>
      {score.kind === 'scored' ? <ChanceMeaning preview={score.preview} filled={filled} /> : null}
      {saved.kind === 'failed' ? <FailureNote error={saved.error} /> : null}
    </aside>
  )
}

function SaveBar({ saved, onNew }: Pick<ResultPanelProps, 'saved' | 'onNew'>) {
  const { showLeads } = useNavigation()
  if (saved.kind === 'saved') {
    return (
      <div className={classes.saveBar}>
        <p className={classes.saved} role="status" data-lead={saved.lead.id}>
          <IconCheck size={18} aria-hidden />
          Saved as lead {formatCount(saved.lead.id)}
        </p>
        <div className={classes.saveWays}>
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={onNew}>
            Next lead
          </Button>
          <Button
            variant="default"
            rightSection={<IconArrowRight size={16} aria-hidden />}
            onClick={() => showLeads({ order: 'newest' })}
          >
            See it in the list
          </Button>
        </div>
      </div>
    )
  }
  return (
    <div className={classes.saveBar}>
      <Button
        type="submit"
        fullWidth
        size="md"
        leftSection={<IconDeviceFloppy size={18} aria-hidden />}
        loading={saved.kind === 'saving'}
        aria-keyshortcuts="Enter"
      >
        Save lead
      </Button>
      <p className={classes.keyHint} aria-hidden>
        or press Enter (in long texts Ctrl+Enter)
      </p>
    </div>
  )
}
