/** Makes every file of the bundled model and the samples in memory, so that writing and checking share one way. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Field, FieldValue } from '../bundle/field.ts'
import { type Manifest, manifestSchema } from '../bundle/manifest.ts'
import { parseManifest } from '../bundle/parse-manifest.ts'
import { encodeRows } from '../features/encode-rows.ts'
import { rocAuc } from '../statistics/roc-auc.ts'
import type { Ensemble } from '../trees/ensemble.ts'
import { evaluateProbability } from '../trees/evaluate-ensemble.ts'
import { writeOnnx } from '../trees/write-onnx.ts'
import type { DemoLead } from './demo/demo-lead.ts'
import { demoValues } from './demo/demo-lead.ts'
import { type DemoData, drawDemoData, type LabelledLeads } from './demo-data.ts'
import { demoManifest, networkNames } from './demo-manifest.ts'
import { readCampaignFacts } from './facts/campaign-facts.ts'
import { fieldImportances } from './field-importances.ts'
import { demoFields } from './fields/demo-fields.ts'
import { measureModel } from './measure-model.ts'
import { type DemoModel, trainDemoModel } from './train-demo-model.ts'
import { type Cell, writeCsv } from './write-csv.ts'

/** Changing it changes every byte and nothing that matters. */
const SEED = 20261121

export interface BuiltResources {
  /** Bytes by path below the repository. */
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly manifest: Manifest
  /** AUC on the hold-out leads of the model that made them: what no model can beat. */
  readonly perfectAuc: number
}

/** Draws, trains, measures and writes; depends on nothing but the code and the facts. */
export function buildResources(): BuiltResources {
  const data = drawDemoData(readCampaignFacts(), SEED)
  const undecided: Field[] = demoFields.map((field) => ({ ...field, importance: 0 }))
  const model = trainDemoModel(undecided, data.training, data.calibration, SEED)
  const importances = fieldImportances(undecided, model.features, model.ensemble)
  const fields = undecided.map((field, index) => ({ ...field, importance: importances[index] ?? 0 }))
  const score = (values: readonly (readonly FieldValue[])[]) => scoreLeads(fields, model, values)
  const network = writeOnnx(model.ensemble, networkNames)
  const reference = encodeText(writeReference(data.reference, score(data.reference.values)))
  const manifest = checked(
    demoManifest({
      fields,
      model,
      data,
      metrics: measureModel(score(data.holdout.values), data.holdout.outcomes),
      golden: goldenLeads(data, score),
      networkSha256: sha256(network),
      referenceSha256: sha256(reference),
      seed: SEED,
    }),
  )
  return {
    manifest,
    perfectAuc: rocAuc(data.holdout.chances, data.holdout.outcomes),
    files: new Map([
      ['resources/model/manifest.json', encodeText(`${JSON.stringify(manifest, null, 1)}\n`)],
      ['resources/model/model.onnx', network],
      ['resources/model/reference.csv', reference],
      ['resources/samples/leads-50.csv', encodeText(writeSample(data.samples.small))],
      ['resources/samples/leads-5000.csv', encodeText(writeSample(data.samples.large))],
      ['resources/samples/leads-5000-shifted.csv', encodeText(writeSample(data.samples.shifted))],
      [
        'resources/manifest.schema.json',
        encodeText(`${JSON.stringify(z.toJSONSchema(manifestSchema), null, 2)}\n`),
      ],
    ]),
  }
}

/** Scores as the app gives them: float32. */
function scoreLeads(
  fields: readonly Field[],
  { features, ensemble }: { readonly features: DemoModel['features']; readonly ensemble: Ensemble },
  values: readonly (readonly FieldValue[])[],
): Float64Array {
  return evaluateProbability(ensemble, encodeRows(fields, features, values)).map(Math.fround)
}

/** The shortest digits that read back as the same float32. */
function scoreDigits(score: number): number {
  for (let digits = 1; digits < 9; digits++) {
    const short = Number(score.toPrecision(digits))
    if (Math.fround(short) === score) return short
  }
  return Number(score.toPrecision(9))
}

function writeReference({ values, outcomes }: LabelledLeads, scores: Float64Array): string {
  const rows = values.map((row, lead): Cell[] => [
    ...row,
    scoreDigits(scores[lead] ?? 0),
    outcomes[lead] ?? 0,
  ])
  return writeCsv([...demoFields.map(({ name }) => name), 'score', 'outcome'], rows)
}

function writeSample(leads: readonly DemoLead[]): string {
  const header = ['name', 'company', 'email', 'linkedinurl', ...demoFields.map(({ name }) => name)]
  const rows = leads.map((lead) => {
    const { name, company, email, linkedinurl } = lead.identity
    return [name, company, email, linkedinurl, ...demoValues(lead)]
  })
  return writeCsv(header, rows)
}

/** A handful of reference leads, one with nothing known, and one that only a careful reader of texts gets right. */
function goldenLeads(
  data: DemoData,
  score: (values: readonly (readonly FieldValue[])[]) => Float64Array,
): Manifest['golden'] {
  const empty: FieldValue[] = demoFields.map(() => null)
  const tricky = demoFields.map(({ name }): FieldValue => trickyLead[name] ?? null)
  const leads = [...data.reference.values.slice(0, 6), empty, tricky]
  const scores = score(leads)
  return leads.map((values, index) => ({ values: [...values], score: scoreDigits(scores[index] ?? 0) }))
}

const trickyLead: Readonly<Record<string, FieldValue>> = {
  jobtitle: 'Directeur 🎙️ & co-FOUNDER (sales/marketing)',
  summary: 'Zwölf Boxkämpfer 🥊 jagen Viktor quer über den Sylter Deich.',
  skills: 'Négociation, , Größe, 市場',
  industry: 'An industry nobody has heard of',
  companysize: '10001+',
  llm_quality: 100,
}

function checked(manifest: Manifest): Manifest {
  const parsed = parseManifest(manifest)
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed.manifest
}

function encodeText(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
