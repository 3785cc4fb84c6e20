import type { Field } from '../../electron/contract/app-info.ts'
import type { Preview } from '../../electron/contract/lead.ts'
import { useManifest } from '../app/app-info-context.tsx'
import { chanceParts } from '../format/chance.ts'
import { plural } from '../format/numbers.ts'
import { BandChip } from '../ui/band-chip.tsx'
import { BandScale } from './band-scale.tsx'
import classes from './result.module.css'
import type { LiveScore } from './use-live-score.ts'

/** The chance, large; or why there is none. */
export function ChanceDisplay({ score }: { readonly score: LiveScore }) {
  const { target } = useManifest()
  const preview = score.kind === 'scored' ? score.preview : score.kind === 'blocked' ? score.last : null
  const settled = score.kind === 'scored' && score.settled
  return (
    <div className={classes.display} data-state={score.kind} data-settled={settled}>
      <p className={classes.question}>Chance that this lead {target.sentence}</p>
      <output className={classes.output} aria-live="polite" aria-busy={!settled && score.kind === 'scored'}>
        {preview ? (
          <Chance preview={preview} old={score.kind === 'blocked'} />
        ) : (
          <span className={classes.noFigure}>–</span>
        )}
      </output>
      {preview ? <BandScale score={preview.score} /> : null}
      <Remark score={score} />
    </div>
  )
}

function Chance({ preview, old }: { readonly preview: Preview; readonly old: boolean }) {
  const { figures, rest } = chanceParts(preview.score)
  return (
    <span className={classes.chance} data-old={old}>
      <span className={`${classes.figure} figures`}>
        {figures}
        <span className={classes.rest}>{rest}</span>
      </span>
      {old ? <span className={classes.before}>before</span> : <BandChip band={preview.band} size="lg" />}
    </span>
  )
}

function Remark({ score }: { readonly score: LiveScore }) {
  const { fields } = useManifest()
  if (score.kind === 'empty') {
    return (
      <p className={classes.remark}>
        Fill in what you know, or try the example. A name alone cannot be scored.
      </p>
    )
  }
  if (score.kind === 'waiting') return <p className={classes.remark}>Scoring …</p>
  if (score.kind === 'blocked') {
    return (
      <p className={classes.remark} data-tone="danger">
        {score.problems.length} {plural(score.problems.length, 'field needs', 'fields need')} another look
        before the score can follow: {labels(fields, score.problems)}.
      </p>
    )
  }
  if (score.kind === 'failed') {
    return (
      <p className={classes.remark} data-tone="danger" role="alert">
        {score.error.message} {score.error.hint}
      </p>
    )
  }
  return null
}

function labels(fields: readonly Field[], names: readonly string[]): string {
  return fields.flatMap(({ name, label }) => (names.includes(name) ? [label] : [])).join(', ')
}
