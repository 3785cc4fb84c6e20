/** What a drift report says as a whole. */
import type { DriftReport, DriftRequest, FieldDrift } from '../../../contract/drift.ts'
import { counted } from '../../sentences/counted.ts'
import { listed } from '../../sentences/listed.ts'
import { EVIDENTLY_DRIFT_SHARE } from '../judgement/judge-evidently.ts'
import { SIZE_AWARE_RULE } from '../judgement/size-aware-rule.ts'
import { sentenceCase } from '../windows/window-facts.ts'

/** Fields the headline names. */
const NAMED = 3

/** The rule with its numbers. */
export function ruleSentence({ rule, tests }: Pick<DriftRequest, 'rule' | 'tests'>): string {
  const { floor, alpha, leastRows } = SIZE_AWARE_RULE
  const chosen = Object.keys(tests ?? {}).length
  const except =
    chosen === 0 ? '' : ` ${counted(chosen, 'field is', 'fields are')} judged by a test chosen by hand.`
  const said =
    rule === 'size-aware'
      ? `Size-aware rule: a field has drifted when its difference is at least ${floor} and chance alone makes ` +
        `such a difference in at most ${alpha * 100}% of cases, corrected for the number of fields looked at. ` +
        `Any drifted field makes the report say drift; with fewer than ${leastRows} leads nothing is judged.`
      : `Evidently 0.7 rule: each field is judged by the test and the limit that Evidently picks for it, without regard to how ` +
        `many fields are looked at; the report says drift when at least ${EVIDENTLY_DRIFT_SHARE * 100}% of the ` +
        `fields have drifted. Texts are not judged, nor fewer than ${leastRows} leads.`
  return said + except
}

/** The names of fields with a verdict, each once and in order. */
function fieldsWith(
  fields: readonly Pick<FieldDrift, 'verdict' | 'label'>[],
  ...verdicts: readonly FieldDrift['verdict'][]
): readonly string[] {
  return [...new Set(fields.filter(({ verdict }) => verdicts.includes(verdict)).map(({ label }) => label))]
}

/** The answer, for a salesperson. */
export function headline(
  verdict: DriftReport['verdict'],
  names: {
    readonly window: string
    readonly baseline: string
    readonly leads: number
    readonly baselineLeads: number
  },
  fields: readonly FieldDrift[],
): string {
  const { leastRows } = SIZE_AWARE_RULE
  const drifted = fieldsWith(fields, 'drift')
  const judged = fieldsWith(fields, 'drift', 'no_drift')
  // Of a text one measure may be judged and another not.
  const others = fieldsWith(fields, 'not_judged').filter((label) => !judged.includes(label)).length
  const rest =
    others === 0 ? '' : ` ${counted(others, 'other field has', 'other fields have')} too few values to judge.`
  switch (verdict) {
    case 'no_leads':
      return `${sentenceCase(names.window)}: there are no leads to compare.`
    case 'no_baseline':
      return names.baselineLeads === 0
        ? `There is nothing to compare with: there are no leads in ${names.baseline}.`
        : 'There is nothing to compare with.'
    case 'not_judged': {
      const [few, where] =
        names.leads < leastRows ? [names.leads, names.window] : [names.baselineLeads, names.baseline]
      return few < leastRows
        ? `${sentenceCase(where)}: ${counted(few, 'lead is', 'leads are')} too few to judge; at least ${leastRows} are needed.`
        : `${sentenceCase(names.window)}: no field has enough values to judge; at least ${leastRows} are needed on both sides.`
    }
    case 'no_drift':
      return drifted.length === 0
        ? `${sentenceCase(names.window)}: the leads are like ${names.baseline}. ${noneOf(judged.length)} different.${rest}`
        : `${sentenceCase(names.window)}: ${counted(drifted.length, 'field is', 'fields are')} different (${namesOf(drifted)}), fewer than half of ${judged.length}.${rest}`
    case 'drift':
      return (
        `${sentenceCase(names.window)}: the leads differ from ${names.baseline}. ` +
        `${drifted.length} of ${counted(judged.length, 'field')} ${drifted.length === 1 ? 'is' : 'are'} different: ${namesOf(drifted)}.${rest}`
      )
  }
}

const noneOf = (judged: number) =>
  judged === 1 ? 'The only field that could be judged is not' : `None of ${counted(judged, 'field')} is`

/** The first few, which matter most, and how many more there are. */
function namesOf(drifted: readonly string[]): string {
  return `${drifted.length > NAMED ? 'above all ' : ''}${listed(drifted, NAMED)}`
}

/** What a shift must be to be seen between samples of these sizes. */
export function noticeableSentence(leads: number, shift: number): string {
  return (
    `With ${counted(leads, 'lead')}, the average of a field has to move by about ${deviations(shift)} to be noticed; ` +
    'smaller shifts could stay unseen. A standard deviation is how far values usually lie from their average.'
  )
}

/** In one decimal, as in the guide. */
function deviations(shift: number): string {
  const words = shift.toFixed(shift < 0.1 ? 2 : 1)
  if (words === '1.0') return 'a whole standard deviation'
  if (words === '0.5') return 'half a standard deviation'
  return shift > 1 ? `${words} standard deviations` : `${words} of a standard deviation`
}
