/** The manifest of a bundle: the single source for form, mapping, validation, features, monitoring and explanations. */
import { z } from 'zod'
import { featureSchema } from './feature.ts'
import { fieldSchema, nameSchema } from './field.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const share = z.number().min(0).max(1)
const fieldValue = z.union([z.number(), z.string(), z.null()])

const metricSchema = z.strictObject({
  name: z.enum(['auc', 'logLoss', 'brier', 'precisionAtK']),
  value: z.number(),
  /** 95 % interval. */
  interval: z.tuple([z.number(), z.number()]),
  /** Leads the metric was computed on. */
  n: z.int().min(0),
  /** For precisionAtK: how many of the best-scored leads. */
  k: z.int().min(1).optional(),
  split: z.enum(['holdout', 'crossValidation']),
})

export const manifestSchema = z.strictObject({
  formatVersion: z.literal(1),
  name: nameSchema,
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  description: z.string().max(1000),
  createdAt: z.iso.date(),
  target: z.strictObject({
    /** The label of a lead at or above the threshold, e.g. `engaged`. */
    name: nameSchema,
    /** What a person reads, e.g. `replies within 30 days`. */
    sentence: z.string().min(1).max(200),
    threshold: share,
  }),
  /** Lowest score of each band; below `warm` is cold. */
  bands: z.strictObject({ hot: share, warm: share }),
  /** Lowest score of each confidence; below `medium` is low. */
  confidence: z.strictObject({ high: share, medium: share }),
  /** Which field is shown beside a lead's name in lists. */
  display: z.strictObject({ title: nameSchema.nullable() }),
  fields: z.array(fieldSchema).min(1).max(500),
  /** One entry per model input, in the network's order. */
  features: z.array(featureSchema).min(1).max(5000),
  network: z.strictObject({
    file: z.literal('model.onnx'),
    sha256,
    input: z.string().min(1).max(100),
    output: z.string().min(1).max(100),
    trees: z.int().min(0),
    /** Whether nodes_hitrates holds the training cover of each node (for exact TreeSHAP). */
    nodeCovers: z.boolean(),
  }),
  calibration: z
    .strictObject({
      method: z.literal('platt'),
      slope: z.number(),
      intercept: z.number(),
      foldedIn: z.literal(true),
      rows: z.int(),
    })
    .nullable(),
  metrics: z.array(metricSchema).max(50),
  training: z.strictObject({
    rows: z.int(),
    positives: z.int(),
    seed: z.int(),
    trainedAt: z.iso.date(),
    parameters: z.record(z.string().max(50), z.number()),
  }),
  provenance: z.strictObject({
    kind: z.enum(['demo', 'trained', 'imported']),
    sentence: z.string().max(500),
  }),
  reference: z
    .strictObject({
      file: z.literal('reference.csv'),
      sha256,
      rows: z.int().min(1),
      scoreColumn: nameSchema,
      outcomeColumn: nameSchema,
    })
    .nullable(),
  /** Leads with the score this network must give (1e-5), checked at install and at start. Values in field order. */
  golden: z.array(z.strictObject({ values: z.array(fieldValue), score: share })).max(100),
})

export type Manifest = z.infer<typeof manifestSchema>
export type Metric = z.infer<typeof metricSchema>
