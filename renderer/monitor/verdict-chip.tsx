import { IconAlertOctagon, IconAlertTriangle, IconCircleCheck, IconHelpCircle } from '@tabler/icons-react'
import classes from './monitor.module.css'
import type { Tone, VerdictWords } from './tone.ts'

const ICONS: Readonly<Record<Tone, typeof IconCircleCheck>> = {
  good: IconCircleCheck,
  attention: IconAlertTriangle,
  quiet: IconHelpCircle,
  problem: IconAlertOctagon,
}

/** A verdict: icon and word. */
export function VerdictChip({ word, tone }: VerdictWords) {
  const ToneIcon = ICONS[tone]
  return (
    <span className={classes.chip} data-tone={tone}>
      <ToneIcon size={15} stroke={1.8} aria-hidden />
      {word}
    </span>
  )
}
