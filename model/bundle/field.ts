/** Field definitions: the raw columns a person understands, as a bundle describes them. */
import { z } from 'zod'

/** A field or feature name: it becomes an object key, a column header and part of a sentence. */
export const nameSchema = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[\p{L}\p{N}_][\p{L}\p{N}_ .:/&+()-]*$/u)
  .refine((name) => !['__proto__', 'constructor', 'prototype'].includes(name), 'reserved name')

const optionSchema = z.strictObject({
  /** The value as the model knows it. */
  value: z.string().min(1).max(200),
  /** What a person reads; the value itself when absent. */
  label: z.string().min(1).max(200).optional(),
  /** Other spellings found in files that mean this value. */
  aliases: z.array(z.string().min(1).max(200)).max(50).optional(),
})

/** One raw column a person understands, e.g. `companysize`. */
export const fieldSchema = z.strictObject({
  name: nameSchema,
  label: z.string().min(1).max(100),
  /** One sentence for a salesperson: what to enter. */
  help: z.string().max(400),
  /** Heading under which the form shows the field. */
  group: z.string().min(1).max(60),
  type: z.enum(['number', 'integer', 'category', 'text', 'date']),
  unit: z.string().max(30).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  /** Closed list of values (category), or named values of a small integer scale. */
  options: z.array(optionSchema).max(200).optional(),
  /** Longest text, in Unicode code points. */
  maxLength: z.int().min(1).max(1_000_000).optional(),
  /** Header spellings found in exports of sales tools. */
  synonyms: z.array(z.string().min(1).max(100)).max(100),
  /** A value to show as an example in the form. */
  example: z.string().max(500).optional(),
  /** Whether a salesperson can change this about a lead (what-if). */
  influenceable: z.boolean(),
  /** Whether the field says something about a person that deserves care. */
  sensitive: z.boolean(),
  /** Share of the model's total gain that came from this field's features, 0 to 1. */
  importance: z.number().min(0).max(1),
})

export type Field = z.infer<typeof fieldSchema>
export type FieldOption = z.infer<typeof optionSchema>

/**
 * One cell of a lead as the model understands it: a finite number for number and integer fields and for dates
 * (days since 1970-01-01), a non-empty string for categories and texts, null where it is missing.
 */
export type FieldValue = number | string | null

/** Whether a category takes any text: it has no list of options. */
export function isOpenCategory(field: Field): boolean {
  return field.type === 'category' && (field.options === undefined || field.options.length === 0)
}
