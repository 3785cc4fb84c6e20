/** The order in which findings are told: what costs the user most comes first, whatever was met first. */
import type { Finding } from '../../../contract/importing.ts'

/**
 * `decided`: something was decided for the user that everything else hangs on, and can be answered otherwise. `rows`: whole
 * rows are missing, left out or known already. `lost`: values count as missing. `changed`: values are read as something
 * else. `note`: nothing was lost or changed.
 */
const EFFECTS = ['decided', 'rows', 'lost', 'changed', 'note'] as const
/** What a finding costs the user. */
export type FindingEffect = (typeof EFFECTS)[number]

/** A finding with what it costs. */
export interface WeighedFinding {
  readonly finding: Finding
  readonly effect: FindingEffect
}

/** What stands here by no name is a note. */
const BY_CODE: Readonly<Record<string, FindingEffect>> = {
  encoding_guessed: 'decided',
  delimiter_mixed: 'decided',
  sheet_chosen: 'decided',
  columns_ambiguous: 'decided',
  file_truncated: 'rows',
  encoding_invalid_bytes: 'rows',
  rows_duplicate: 'rows',
  nul_removed: 'lost',
  fields_missing: 'lost',
  rows_too_short: 'lost',
  row_without_header: 'lost',
  number_locale: 'changed',
  value_scale_suspect: 'changed',
}

/** A finding whose code says all about its effect. */
export function weighByCode(finding: Finding): WeighedFinding {
  return { finding, effect: BY_CODE[finding.code] ?? 'note' }
}

/** The findings by effect; of equal effect those that are about the file or most of it first. */
export function orderFindings(weighed: readonly WeighedFinding[]): Finding[] {
  const reach = ({ count = Number.POSITIVE_INFINITY }: Finding) => count
  const rank = ({ effect }: WeighedFinding) => EFFECTS.indexOf(effect)
  return weighed
    .toSorted((a, b) => rank(a) - rank(b) || descending(reach(a.finding), reach(b.finding)))
    .map(({ finding }) => finding)
}

/** Without a difference of two infinities. */
function descending(a: number, b: number): number {
  return a === b ? 0 : a > b ? -1 : 1
}
