/** A field's distribution as places of a chart. */
import type { Field } from '../../../electron/contract/app-info.ts'
import type { Distribution, Measure } from '../../../electron/contract/drift.ts'
import type { DistributionPlace } from '../../charts/distribution-chart.tsx'
import { isYear } from '../../format/field-value.ts'
import { formatEpochDay } from '../../format/moment.ts'
import { formatNumber, formatYear, plural } from '../../format/numbers.ts'

/** Writes a value of the axis: `formatValue` knows the field, lengths and counts are plain numbers. */
export type FormatValue = (value: number) => string

/** Bins or categories with the shares of both samples, missing values left out. */
export function fieldPlaces(distribution: Distribution, format: FormatValue): DistributionPlace[] {
  if (distribution.kind === 'number') return numberPlaces(distribution, format)
  const { levels, other } = distribution
  const places = levels.map(({ label, baseline, window, unseen }) => ({
    name: unseen ? `${label} (new)` : label,
    baseline,
    window,
  }))
  if (other === null) return places
  const { levels: count, baseline, window } = other
  return [...places, { name: `${formatNumber(count)} ${plural(count, 'other', 'others')}`, baseline, window }]
}

function numberPlaces(
  { edges, baseline, window }: Extract<Distribution, { kind: 'number' }>,
  format: FormatValue,
): DistributionPlace[] {
  return edges.slice(0, -1).map((edge, index) => ({
    name: `${format(edge)} – ${format(edges[index + 1] ?? edge)}`,
    baseline: baseline[index] ?? 0,
    window: window[index] ?? 0,
  }))
}

/** How figures of a field are written: days as days, years without grouping, lengths and counts as plain numbers. */
export function valueFormat(measure: Measure, field: Field | undefined): FormatValue {
  if (measure !== 'value' || field === undefined) return formatPlain
  if (field.type === 'date') return (value) => formatEpochDay(value)
  return isYear(field) ? (value) => formatYear(Math.round(value)) : formatPlain
}

const formatPlain: FormatValue = (value) => formatNumber(Number(value.toPrecision(4)))
