/** Feature definitions: one number the model sees, made from one field by a small closed form. Never code, never a pattern. */
import { z } from 'zod'
import { nameSchema } from './field.ts'

const common = { name: nameSchema, field: nameSchema }
/** What stands in for a missing number; null lets the trees decide (NaN, learned default direction). */
const missing = z.number().nullable()
const literals = z.array(z.string().min(1).max(100)).min(1).max(200)

export const featureSchema = z.discriminatedUnion('kind', [
  /** The number itself. */
  z.strictObject({ ...common, kind: z.literal('number'), missing }),
  /** 1 when the category is `value`, else 0 (one-hot). */
  z.strictObject({ ...common, kind: z.literal('equals'), value: z.string().min(1).max(200) }),
  /** Smoothed outcome rate of the category; `unseen` for a category training did not see. */
  z.strictObject({
    ...common,
    kind: z.literal('targetMean'),
    means: z.array(z.tuple([z.string().max(1000), z.number().min(0).max(1)])).max(100_000),
    unseen: z.number().min(0).max(1),
  }),
  /** 1 when the field is there, else 0. */
  z.strictObject({ ...common, kind: z.literal('present') }),
  /** Length of the text in Unicode code points, 0 when missing. */
  z.strictObject({ ...common, kind: z.literal('length') }),
  /** Number of non-blank parts between separators, 0 when missing. */
  z.strictObject({ ...common, kind: z.literal('count'), separator: z.string().min(1).max(5) }),
  /** 1 when any literal occurs anywhere, case-insensitive. */
  z.strictObject({ ...common, kind: z.literal('containsAny'), literals }),
  /** The same, with no letter or digit adjoining: `CTO` is inside `Director`. */
  z.strictObject({ ...common, kind: z.literal('containsAnyWord'), literals }),
  /** A part of a date. `dayOfWeek` is 1 (Monday) to 7. */
  z.strictObject({
    ...common,
    kind: z.literal('datePart'),
    part: z.enum(['year', 'month', 'dayOfMonth', 'dayOfWeek', 'daysSinceEpoch']),
    missing,
  }),
])

export type Feature = z.infer<typeof featureSchema>

/** The category a missing category counts as. */
export const MISSING_CATEGORY = 'UNKNOWN'
