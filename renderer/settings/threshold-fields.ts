/** The thresholds as a person edits them: label, unit, and the number that stands in the input. */
import { type AlertKind, type Thresholds, thresholdsSchema } from '../../electron/contract/alerts.ts'
import { formatNumber } from '../format/numbers.ts'

export interface ThresholdField {
  readonly name: keyof Thresholds
  /** The alert it belongs to; null: it concerns all of them. */
  readonly kind: AlertKind | null
  readonly label: string
  readonly unit: string
  /** How many of what is shown make one of what is kept: 100 for shares, which are shown in per cent. */
  readonly scale: number
}

/** Each alert as a switch says it. */
export const ALERT_RULES: Readonly<Record<AlertKind, string>> = {
  engine_down: 'When scoring does not work',
  errors: 'When many scorings fail',
  slow_scoring: 'When scoring is slow',
  data_drift: 'When many fields of the leads are different',
  score_drift: 'When the scores are different',
  engagement_rate: 'When few leads engage',
  model_age: 'When the model is old',
  enough_outcomes: 'When there are enough results to train a better model',
}

const field = (
  name: keyof Thresholds,
  kind: AlertKind | null,
  label: string,
  unit: string,
  scale = 1,
): ThresholdField => ({ name, kind, label, unit, scale })

/** Every threshold, in the order of the form. */
export const THRESHOLDS: readonly ThresholdField[] = [
  field('engineDownFailures', 'engine_down', 'Failed', 'times'),
  field('engineDownMinutes', 'engine_down', 'Within', 'minutes'),
  field('errorShare', 'errors', 'More than', '% of scorings fail', 100),
  field('errorMinutes', 'errors', 'Within', 'minutes'),
  field('slowP95Ms', 'slow_scoring', '5 of 100 leads take longer than', 'ms'),
  field('slowP99Ms', 'slow_scoring', '1 of 100 leads takes longer than', 'ms'),
  field('slowMinutes', 'slow_scoring', 'Within', 'minutes'),
  field('driftedFields', 'data_drift', 'At least', '% of the fields', 100),
  field('scoreDriftP', 'score_drift', 'Chance alone would do it in fewer than', '% of cases', 100),
  field('engagementRate', 'engagement_rate', 'Fewer than', '% engage', 100),
  field('engagementLeads', 'engagement_rate', 'Once at least', 'leads have a result'),
  field('modelAgeDays', 'model_age', 'Older than', 'days'),
  field('newOutcomes', 'enough_outcomes', 'After', 'new results'),
  field('cooldownHours', null, 'The same alert is not raised again for', 'hours (an urgent one at once)'),
]

/** What stands in the input for what is kept; without the binary dust of 0.07 * 100. */
export function shownThreshold({ scale }: Pick<ThresholdField, 'scale'>, kept: number): string {
  return String(Number((kept * scale).toPrecision(10)))
}

/** What was typed, as it is kept, or what is wrong with it in a sentence. */
export function readThreshold(
  { name, scale }: Pick<ThresholdField, 'name' | 'scale'>,
  typed: string,
): { readonly value: number } | { readonly wrong: string } {
  const text = typed.trim().replace(',', '.')
  const number = Number(text)
  if (text === '' || !Number.isFinite(number)) return { wrong: 'Write a number.' }
  const value = Number((number / scale).toPrecision(10))
  const read = thresholdsSchema.shape[name].safeParse(value)
  return read.success ? { value: read.data } : { wrong: whyNot(read.error.issues[0], scale) }
}

interface Issue {
  readonly code?: string | undefined
  readonly minimum?: unknown
  readonly maximum?: unknown
  readonly inclusive?: boolean | undefined
}

function whyNot(issue: Issue | undefined, scale: number): string {
  if (issue?.code === 'too_small' && typeof issue.minimum === 'number') {
    const least = formatNumber(issue.minimum * scale)
    return issue.inclusive === false ? `It must be more than ${least}.` : `At least ${least}.`
  }
  if (issue?.code === 'too_big' && typeof issue.maximum === 'number') {
    return `At most ${formatNumber(issue.maximum * scale)}.`
  }
  return 'Write a whole number.'
}
