/** The manifest of the bundled model. */
import type { Field } from '../bundle/field.ts'
import type { Manifest } from '../bundle/manifest.ts'
import type { DemoData } from './demo-data.ts'
import { type DemoModel, demoParameters } from './train-demo-model.ts'

export const networkNames = { inputName: 'features', outputName: 'score' } as const

/** Written down rather than read from a clock: the same command gives the same bytes. */
const MADE_ON = '2026-11-21'

export interface ManifestParts {
  readonly fields: readonly Field[]
  readonly model: DemoModel
  readonly data: DemoData
  readonly metrics: Manifest['metrics']
  readonly golden: Manifest['golden']
  readonly networkSha256: string
  readonly referenceSha256: string
  readonly seed: number
}

/** Puts the manifest together from what was trained and measured. */
export function demoManifest({
  fields,
  model,
  data,
  metrics,
  golden,
  networkSha256,
  referenceSha256,
  seed,
}: ManifestParts): Manifest {
  const { training, calibration, reference } = data
  return {
    formatVersion: 1,
    name: 'outreach-demo',
    version: '1.0.0',
    description:
      'Demo model for LinkedIn outreach. It was trained on invented leads that follow the aggregates of one real campaign; use it to try the app, and train a model on your own outcomes before you rely on scores.',
    createdAt: MADE_ON,
    target: { name: 'engaged', sentence: 'replies within 30 days', threshold: 0.5 },
    bands: { hot: 0.7, warm: 0.4 },
    confidence: { high: 0.7, medium: 0.4 },
    display: { title: 'jobtitle' },
    fields: [...fields],
    features: [...model.features],
    network: {
      file: 'model.onnx',
      sha256: networkSha256,
      input: networkNames.inputName,
      output: networkNames.outputName,
      trees: model.ensemble.trees.length,
      nodeCovers: true,
    },
    calibration: { method: 'platt', ...model.calibration, foldedIn: true, rows: calibration.values.length },
    metrics,
    training: {
      rows: training.values.length,
      positives: training.outcomes.reduce((sum, outcome) => sum + outcome, 0),
      seed,
      trainedAt: MADE_ON,
      parameters: numbersOf(demoParameters),
    },
    provenance: {
      kind: 'demo',
      sentence: 'Demo model: trained on invented leads, not on anybody’s customers.',
    },
    reference: {
      file: 'reference.csv',
      sha256: referenceSha256,
      rows: reference.values.length,
      scoreColumn: 'score',
      outcomeColumn: 'outcome',
    },
    golden,
  }
}

/** The parameters that were set; a base score that was left to the data is not one. */
function numbersOf(parameters: Readonly<Record<string, number | undefined>>): Record<string, number> {
  const set: Record<string, number> = {}
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) set[name] = value
  return set
}
