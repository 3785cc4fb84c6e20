/** Shares and values of fields as sentences say them. */
import type { Field } from '../../../../model/bundle/field.ts'
import { shortened } from '../../sentences/shortened.ts'

const MS_PER_DAY = 86_400_000
/** Years and the like are written as they are. */
const FIRST_GROUPED = 10_000
const DIGITS = 4

/** A share as a whole percentage; small ones are not called nothing, large ones not everything. */
export function shareWords(share: number): string {
  if (share > 0 && share < 0.005) return 'under 1%'
  if (share < 1 && share >= 0.995) return 'over 99%'
  return `${Math.round(share * 100)}%`
}

/** Two shares that differ, told apart by a decimal where whole percentages would not. */
export function differentShares(one: number, other: number): readonly [string, string] {
  const whole = [shareWords(one), shareWords(other)] as const
  if (whole[0] !== whole[1]) return whole
  const finer = (share: number) => `${(share * 100).toFixed(1)}%`
  return [finer(one), finer(other)]
}

/** A number of a field: a date as a day, others with at most four digits that tell, and their unit. */
export function numberWords(field: Pick<Field, 'type' | 'unit'>, value: number): string {
  if (field.type === 'date') return new Date(Math.round(value) * MS_PER_DAY).toISOString().slice(0, 10)
  const unit = field.unit === undefined ? '' : ` ${field.unit}`
  return `${plainNumber(value)}${unit}`
}

function plainNumber(value: number): string {
  if (Number.isInteger(value)) {
    return Math.abs(value) < FIRST_GROUPED ? String(value) : value.toLocaleString('en-US')
  }
  return Math.abs(value) < FIRST_GROUPED
    ? String(Number(value.toPrecision(DIGITS)))
    : Math.round(value).toLocaleString('en-US')
}

/** What a person reads for a value of a field. */
export function levelLabel({ options }: Pick<Field, 'options'>, value: string): string {
  return options?.find((option) => option.value === value)?.label ?? value
}

const LONGEST_QUOTE = 60

/** A value in quotation marks, cut where it is very long. */
export function quoted(text: string): string {
  return `“${shortened(text, LONGEST_QUOTE)}”`
}
