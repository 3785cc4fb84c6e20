import type { ReactNode } from 'react'
import type { Manifest } from '../../electron/contract/app-info.ts'
import { useHealth } from '../bridge/queries.ts'
import { formatDay } from '../format/moment.ts'
import { formatBytes, formatCount } from '../format/numbers.ts'
import { useAppInfo } from './app-info-context.tsx'
import classes from './facts.module.css'
import { rankingSentence } from './ranking-sentence.ts'

/** The model in plain words, and what is stored where. */
export function Facts() {
  const { manifest, dataFolder, version } = useAppInfo()
  const health = useHealth(true)
  const unknown = health.isError ? 'could not be read' : '…'
  return (
    <div className={classes.body}>
      <section>
        <h3 className={classes.heading}>The model</h3>
        <p className={classes.lead}>{manifest.provenance.sentence}</p>
        <dl className={classes.facts}>
          <Fact term="Name">
            {manifest.name}, version {manifest.version}
          </Fact>
          <Fact term="Predicts">whether a lead {manifest.target.sentence}</Fact>
          <Fact term="Trained">
            {formatDay(manifest.training.trainedAt)} on {formatCount(manifest.training.rows)} leads
          </Fact>
          <Fact term="How well it ranks">{quality(manifest)}</Fact>
        </dl>
      </section>
      <section>
        <h3 className={classes.heading}>Your data</h3>
        <p className={classes.lead}>
          Everything stays on this computer. Leadlight makes no network request. What protects the files is
          your system's disk encryption.
        </p>
        <dl className={classes.facts}>
          <Fact term="Predictions stored">
            {health.data ? formatCount(health.data.predictions) : unknown}
          </Fact>
          <Fact term="Size of the history">
            {health.data ? formatBytes(health.data.databaseBytes) : unknown}
          </Fact>
          <Fact term="Data folder">
            <code className={classes.path}>{dataFolder}</code>
          </Fact>
          <Fact term="Leadlight">version {version}</Fact>
        </dl>
      </section>
    </div>
  )
}

function quality(manifest: Manifest): string {
  const auc = manifest.metrics.find(({ name }) => name === 'auc')
  return auc ? rankingSentence(auc) : 'Not measured.'
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
