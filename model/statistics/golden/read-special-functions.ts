import { z } from 'zod'
import specialFunctions from './drift/special_functions.json' with { type: 'json' }
import { readGolden } from './read-golden.ts'

const caseSchema = z.object({
  f: z.enum(['chi2_sf', 'norm_sf', 't_two_sided', 'kstwo_sf']),
  df: z.number().default(Number.NaN),
  n: z.number().default(Number.NaN),
  x: z.number(),
  y: z.string().nullable(),
  scipy: z.number(),
})

/** One golden value of a special function; `df` or `n` is NaN where the function has no such argument. */
export interface SpecialValue {
  readonly df: number
  readonly n: number
  readonly x: number
  /** From 50-digit arithmetic where there is one, else SciPy's. */
  readonly y: number
}

/** The golden values of one special function, from `drift/special_functions.json`. */
export function readSpecialFunction(f: z.infer<typeof caseSchema>['f']): SpecialValue[] {
  return readGolden(specialFunctions, caseSchema)
    .filter((value) => value.f === f)
    .map(({ df, n, x, y, scipy }) => ({ df, n, x, y: y === null ? scipy : Number(y) }))
}
