/** The statistical tests by the names people look them up by. */
import { type NamedTest, namedTestSchema } from '../../../electron/contract/drift.ts'

interface TestWords {
  readonly label: string
  /** What it can judge. */
  readonly of: 'number' | 'category'
}

/** Every test that can be chosen for a field. */
export const TESTS: Readonly<Record<NamedTest, TestWords>> = {
  ks: { label: 'Kolmogorov-Smirnov', of: 'number' },
  wasserstein: { label: 'Wasserstein distance', of: 'number' },
  mannw: { label: 'Mann-Whitney U', of: 'number' },
  t_test: { label: 'Student’s t', of: 'number' },
  anderson: { label: 'Anderson-Darling', of: 'number' },
  cramer_von_mises: { label: 'Cramér-von Mises', of: 'number' },
  ed: { label: 'Energy distance', of: 'number' },
  chisquare: { label: 'Chi-square', of: 'category' },
  g_test: { label: 'G-test', of: 'category' },
  z: { label: 'z-test of two shares', of: 'category' },
  fisher_exact: { label: 'Fisher’s exact test', of: 'category' },
  TVD: { label: 'Total variation distance', of: 'category' },
  jensenshannon: { label: 'Jensen-Shannon distance', of: 'category' },
  psi: { label: 'Population stability index', of: 'category' },
  kl_div: { label: 'Kullback-Leibler divergence', of: 'category' },
  hellinger: { label: 'Hellinger distance', of: 'category' },
}

/** Distances between shares judge numbers too, by their bins. */
const JUDGE_BOTH: readonly NamedTest[] = ['jensenshannon', 'psi', 'kl_div', 'hellinger']

/** The tests for a kind of field. */
export function testsFor(
  kind: TestWords['of'],
): readonly { readonly test: NamedTest; readonly label: string }[] {
  return namedTestSchema.options
    .filter((test) => TESTS[test].of === kind || JUDGE_BOTH.includes(test))
    .map((test) => ({ test, label: TESTS[test].label }))
}
