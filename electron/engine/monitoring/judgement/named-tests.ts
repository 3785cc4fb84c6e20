import type { NamedTest } from '../../../contract/drift.ts'

/** A test of the Evidently rule: what it applies to, and what it calls drift. */
export interface NamedTestRule {
  /** As statisticians call it. */
  readonly label: string
  readonly kinds: readonly ('number' | 'category')[]
  readonly threshold: number
  /** How the score is compared with the threshold. The comparisons differ; they are copied. */
  readonly driftWhen: 'below' | 'atMost' | 'atLeast' | 'above'
  /** Whether the score is a p-value or a distance. */
  readonly judgedBy: 'p' | 'value'
}

/** Every named test with the threshold Evidently 0.7 gives it. NaN compares false: no drift. */
export const NAMED_TESTS: Readonly<Record<NamedTest, NamedTestRule>> = {
  ks: test('Kolmogorov-Smirnov test', ['number'], 0.05, 'atMost', 'p'),
  z: test('z test of proportions', ['category'], 0.05, 'below', 'p'),
  chisquare: test('chi-square test', ['category'], 0.05, 'below', 'p'),
  jensenshannon: test('Jensen-Shannon distance', ['number', 'category'], 0.1, 'atLeast', 'value'),
  wasserstein: test('normed Wasserstein distance', ['number'], 0.1, 'atLeast', 'value'),
  psi: test('population stability index', ['number', 'category'], 0.1, 'atLeast', 'value'),
  kl_div: test('Kullback-Leibler divergence', ['number', 'category'], 0.1, 'atLeast', 'value'),
  hellinger: test('Hellinger distance', ['number', 'category'], 0.1, 'atLeast', 'value'),
  t_test: test('t test', ['number'], 0.05, 'below', 'p'),
  mannw: test('Mann-Whitney test, one-sided', ['number'], 0.05, 'below', 'p'),
  anderson: test('Anderson-Darling test', ['number'], 0.1, 'below', 'p'),
  cramer_von_mises: test('Cramér-von Mises test', ['number'], 0.1, 'atMost', 'p'),
  ed: test('energy distance', ['number'], 0.1, 'above', 'value'),
  g_test: test('G test', ['category'], 0.1, 'below', 'p'),
  fisher_exact: test("Fisher's exact test", ['category'], 0.1, 'below', 'p'),
  TVD: test('total variation distance, by shuffling', ['category'], 0.1, 'below', 'p'),
}

function test(
  label: string,
  kinds: NamedTestRule['kinds'],
  threshold: number,
  driftWhen: NamedTestRule['driftWhen'],
  judgedBy: NamedTestRule['judgedBy'],
): NamedTestRule {
  return { label, kinds, threshold, driftWhen, judgedBy }
}

/** Whether a score is drift for a test at a threshold; NaN never is. */
export function isDrift(driftWhen: NamedTestRule['driftWhen'], score: number, threshold: number): boolean {
  switch (driftWhen) {
    case 'below':
      return score < threshold
    case 'atMost':
      return score <= threshold
    case 'atLeast':
      return score >= threshold
    case 'above':
      return score > threshold
  }
}
