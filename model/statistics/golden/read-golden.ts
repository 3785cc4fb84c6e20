import { z } from 'zod'

/** A number in a golden file: JSON has no word for NaN and the infinities, so they are written as strings. */
export const goldenNumber = z.union([z.number(), z.enum(['NaN', 'Infinity', '-Infinity']).transform(Number)])

/** A case of a golden file about one distance and its verdict; a sample with nothing left has no distance. */
export const goldenScore = z.union([
  z.object({ error: z.literal('empty') }),
  z.object({ score: z.number(), drift: z.boolean() }),
])

/**
 * The cases of a golden file, as `schema` describes one of them; numbers are `goldenNumber`.
 *
 * `file` is the imported JSON, `{ meta, cases }`. Fields the schema does not name are dropped; a case that does not fit
 * throws, because then the file or the test is wrong.
 */
export function readGolden<Case>(file: { readonly cases: unknown }, schema: z.ZodType<Case>): Case[] {
  return z.array(schema).parse(file.cases)
}
