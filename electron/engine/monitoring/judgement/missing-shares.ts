import { twoProportionsZ } from '../../../../model/statistics/two-proportions-z.ts'
import { SIZE_AWARE_RULE } from './size-aware-rule.ts'

/** Shares of rows without a value, and whether they differ. */
export interface MissingShares {
  readonly reference: number
  readonly window: number
  /** Chance of such a difference by accident (z test of two proportions); null under 20 rows on either side. */
  readonly p: number | null
}

/** How many rows of a sample lack a value, of all its rows. */
export interface MissingCount {
  readonly missing: number
  readonly rows: number
}

/** Compares how often a field is empty; no rows at all give shares of 0. */
export function missingShares(reference: MissingCount, window: MissingCount): MissingShares {
  const share = ({ missing, rows }: MissingCount) => (rows === 0 ? 0 : missing / rows)
  const judged = Math.min(reference.rows, window.rows) >= SIZE_AWARE_RULE.leastRows
  const side = ({ missing, rows }: MissingCount) => ({ successes: missing, rows })
  return {
    reference: share(reference),
    window: share(window),
    p: judged ? twoProportionsZ(side(reference), side(window)).p : null,
  }
}
