import type { Preview } from '../../electron/contract/lead.ts'
import { useManifest } from '../app/app-info-context.tsx'
import { formatMs } from '../format/numbers.ts'
import classes from './result.module.css'
import { confidenceSentence, fillSentence, labelSentence, meaningSentence } from './verdict.ts'

interface ChanceMeaningProps {
  readonly preview: Preview
  readonly filled: number
}

/** The score in words: how often, how sure, resting on how much, and how fast it was made. */
export function ChanceMeaning({ preview, filled }: ChanceMeaningProps) {
  const manifest = useManifest()
  const { latencyMs, model } = preview
  return (
    <section className={classes.meaning} aria-label="What this means">
      <h2 className={classes.meaningTitle}>What this means</h2>
      <p>{meaningSentence(manifest, preview.score)}</p>
      <dl>
        <dt>Label</dt>
        <dd>{labelSentence(manifest, preview)}</dd>
        <dt>Confidence</dt>
        <dd data-confidence={preview.confidence}>{confidenceSentence(manifest, preview)}</dd>
        <dt>Filled in</dt>
        <dd>{fillSentence(filled, manifest.fields.length)}</dd>
      </dl>
      <p className={classes.smallPrint}>
        Scored on this computer in {formatMs(latencyMs.total)} (preparing {formatMs(latencyMs.features)},
        scoring {formatMs(latencyMs.inference)}) by {model.name} {model.version}.
      </p>
    </section>
  )
}
