/** The latency baseline of a bundle: how fast its model was on the machine it was measured on (`latency.json`). */
import { z } from 'zod'

const ms = z.number().min(0)
const distributionSchema = z.strictObject({
  /** Measured operations: single scores, or whole imports. */
  n: z.int().min(1),
  mean: ms,
  p50: ms,
  p95: ms,
  p99: ms,
  max: ms,
})
/** Milliseconds per lead. */
export type LatencyDistribution = z.infer<typeof distributionSchema>

const stagesSchema = z.strictObject({
  features: distributionSchema,
  inference: distributionSchema,
  storage: distributionSchema,
  total: distributionSchema,
})

export const latencyBaselineSchema = z.strictObject({
  machine: z.strictObject({
    processor: z.string(),
    cores: z.int(),
    memoryGb: z.number(),
    system: z.string(),
    node: z.string(),
  }),
  /** One lead scored and committed, by stage. */
  single: stagesSchema,
  /** A lead's share of the groups of an import, by stage: what the history keeps of imports. Older bundles have none. */
  batch: stagesSchema.optional(),
  /** A lead's share of a whole import: reading, scoring, committing. */
  batchPerLead: distributionSchema,
})

export type LatencyBaseline = z.infer<typeof latencyBaselineSchema>
