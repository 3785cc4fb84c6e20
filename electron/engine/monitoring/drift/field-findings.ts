/** What there is to say about a field, in sentences, each with the leads it speaks of. */
import type { FieldDrift, FieldFinding } from '../../../contract/drift.ts'
import type { Baseline, LeadsBehind, Window } from '../../../contract/windows.ts'
import { counted } from '../../sentences/counted.ts'
import { listed } from '../../sentences/listed.ts'
import type { ComparedMeasure } from './compared-measure.ts'
import { tellDifference } from './tell-difference.ts'
import { countBelow } from './telling-cut.ts'
import { differentShares, levelLabel, numberWords, quoted, shareWords } from './value-words.ts'

/** What is compared with what, for sentences and for the leads behind them. */
export interface Compared {
  readonly window: Window
  readonly baseline: Baseline
  /** What sentences call the baseline: they say what is in it. */
  readonly baselineName: string
}

/** What is known of a field before its sentences. */
export type FieldFacts = Pick<FieldDrift, 'verdict' | 'missing' | 'unseen' | 'outOfRange'>

/** A change of the missing share is worth a sentence when it is hardly chance and at least this large. */
const MISSING_P = 0.01
const MISSING_CHANGE = 0.05
const UNSEEN_NAMED = 3

/** The findings of a measure, the most telling first. */
export function fieldFindings(
  measured: ComparedMeasure,
  facts: FieldFacts,
  compared: Compared,
): readonly FieldFinding[] {
  const { field, measure } = measured
  const speak = speaker(field.label, compared.window)
  const empty = sayEmpty(measured, compared, speak)
  if (empty) return [empty]
  const findings: FieldFinding[] = []
  const constant = sayConstant(measured, compared, speak)
  if (facts.verdict === 'drift') findings.push(sayDrift(measured, compared, speak))
  // How often a text is there is a measure of its own.
  if (measure === 'value' || facts.verdict === 'text') {
    findings.push(...sayMissing(measured, facts, compared, speak))
  }
  findings.push(...sayUnseen(measured, facts, compared, speak))
  findings.push(...sayOutOfRange(measured, facts, compared, speak))
  if (constant) findings.push(constant)
  return findings
}

type Speak = (
  kind: FieldFinding['kind'],
  sentence: string,
  behind?: { readonly condition: LeadsBehind['condition']; readonly count: number } | null,
) => FieldFinding

function speaker(label: string, window: Window): Speak {
  return (kind, sentence, behind = null) => ({
    kind,
    sentence: `${label}: ${sentence}`,
    behind:
      behind === null || behind.count === 0
        ? null
        : { leads: { window, condition: behind.condition }, count: behind.count },
  })
}

function sayDrift(measured: ComparedMeasure, { baselineName }: Compared, speak: Speak): FieldFinding {
  const told = tellDifference(measured)
  if (!told) return speak('drift', `the values are spread otherwise than in ${baselineName}.`)
  const { words, window, baseline, condition, count } = told
  const [now, before] = differentShares(window, baseline)
  return speak('drift', `${now} ${words}; in ${baselineName} it is ${before}.`, {
    condition,
    count,
  })
}

function sayEmpty(measured: ComparedMeasure, { baselineName }: Compared, speak: Speak): FieldFinding | null {
  const { samples, field, windowLeads } = measured
  // Of a text's three measures one is always there, and of the others one says that they are not.
  if (measured.measure === 'present' || measured.measure === 'parts') return null
  const [before, now] = [hasRows(samples.reference, samples.kind), hasRows(samples.window, samples.kind)]
  if (before && now) return null
  if (now)
    return speak(
      'no_data',
      `there is no value of it in ${baselineName}, so there is nothing to compare with.`,
    )
  return speak('no_data', 'none of these leads has a value, so there is nothing to compare.', {
    condition: { kind: 'missing', field: field.name },
    count: windowLeads,
  })
}

function hasRows(sample: Float64Array | Uint32Array, kind: 'number' | 'category'): boolean {
  return kind === 'number' ? sample.length > 0 : sample.some((count) => count > 0)
}

function sayMissing(
  { samples, field }: ComparedMeasure,
  { missing, verdict }: FieldFacts,
  { baselineName }: Compared,
  speak: Speak,
): readonly FieldFinding[] {
  const { baseline, window, p } = missing
  const tells = p !== null && p <= MISSING_P && Math.abs(window - baseline) >= MISSING_CHANGE
  if (!tells) return []
  // Presence itself is counted among the values of its own measure.
  const count = verdict === 'text' ? countBelow(asNumbers(samples.window), 1) : samples.missing.window
  return [
    speak(
      'missing',
      `${shareWords(window)} of these leads have none; in ${baselineName} it is ${shareWords(baseline)}.`,
      {
        condition: { kind: 'missing', field: field.name },
        count,
      },
    ),
  ]
}

function asNumbers(sample: Float64Array | Uint32Array): Float64Array {
  return sample instanceof Float64Array ? sample : new Float64Array(sample)
}

function sayUnseen(
  { field, windowLeads }: ComparedMeasure,
  { unseen }: FieldFacts,
  { baseline, baselineName }: Compared,
  speak: Speak,
): readonly FieldFinding[] {
  if (!unseen || unseen.leads === 0) return []
  const named = unseen.levels.slice(0, UNSEEN_NAMED).map(({ value }) => quoted(levelLabel(field, value)))
  const more = unseen.levels.length > UNSEEN_NAMED ? ['others'] : []
  const leads = counted(unseen.leads, 'lead')
  const have = unseen.leads === 1 ? 'has a value' : 'have values'
  return [
    speak(
      'unseen',
      `${leads} (${shareWords(unseen.leads / windowLeads)}) ${have} not found in ${baselineName}: ${listed([...named, ...more])}.`,
      { condition: { kind: 'unseen', field: field.name, baseline }, count: unseen.leads },
    ),
  ]
}

function sayOutOfRange(
  { field }: ComparedMeasure,
  { outOfRange }: FieldFacts,
  { baselineName }: Compared,
  speak: Speak,
): readonly FieldFinding[] {
  if (!outOfRange) return []
  const { min, max, below, above } = outOfRange
  const between = (from: number | null, limit: number | null) =>
    ({ kind: 'between', field: field.name, measure: 'value', from, below: limit }) as const
  const words = (count: number, side: string, limit: number, extreme: string) =>
    `${counted(count, 'lead is', 'leads are')} ${side} ${numberWords(field, limit)}, the ${extreme} in ${baselineName}.`
  return [
    ...(below === 0
      ? []
      : [
          speak('out_of_range', words(below, 'below', min, 'least'), {
            condition: between(null, min),
            count: below,
          }),
        ]),
    ...(above === 0
      ? []
      : [
          speak('out_of_range', words(above, 'above', max, 'most'), {
            condition: between(nextFloat32(max), null),
            count: above,
          }),
        ]),
  ]
}

/** The smallest float32 above a value. */
function nextFloat32(value: number): number {
  const bits = new DataView(new ArrayBuffer(4))
  bits.setFloat32(0, value + 0)
  if (value === 0) bits.setInt32(0, 1)
  else bits.setInt32(0, bits.getInt32(0) + (value > 0 ? 1 : -1))
  return bits.getFloat32(0)
}

function sayConstant(
  measured: ComparedMeasure,
  { baselineName }: Compared,
  speak: Speak,
): FieldFinding | null {
  if (measured.measure !== 'value') return null
  const [before, now] = [onlyValue(measured, 'reference'), onlyValue(measured, 'window')]
  if (before !== null && before !== now) {
    return speak('constant', `every value in ${baselineName} is ${before}.`)
  }
  if (now !== null && before === null) return speak('constant', `every value of these leads is ${now}.`)
  return null
}

/** The one value that a sample holds, in words; null when there are more, or only one lead. */
function onlyValue({ samples, field }: ComparedMeasure, side: 'reference' | 'window'): string | null {
  if (samples.kind === 'number') {
    const sorted = samples[side]
    const [first] = sorted
    if (first === undefined || sorted.length < 2 || first !== sorted.at(-1)) return null
    return quoted(levelLabel(field, numberWords(field, first)))
  }
  const held = samples.levels.filter((_, place) => (samples[side][place] ?? 0) > 0)
  const [level] = held
  const rows = samples[side].reduce((sum, count) => sum + count, 0)
  return held.length === 1 && rows > 1 && level !== undefined ? quoted(levelLabel(field, level)) : null
}
