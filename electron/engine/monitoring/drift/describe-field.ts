/** A field of the report: its verdict with everything that is reported beside it. */
import type { Distribution, FieldDrift, FieldVerdict } from '../../../contract/drift.ts'
import { missingShares } from '../judgement/missing-shares.ts'
import { outOfRange } from '../judgement/out-of-range.ts'
import { unseenLevels } from '../judgement/unseen-levels.ts'
import type { ComparedMeasure } from './compared-measure.ts'
import { countLevels } from './count-levels.ts'
import { categoryDistribution, numberDistribution } from './distributions.ts'
import { type Compared, fieldFindings } from './field-findings.ts'
import { countBelow } from './telling-cut.ts'
import { levelLabel } from './value-words.ts'

/** Unseen categories that are listed one by one. */
const UNSEEN_LISTED = 20

/** Describes a measure as one of this verdict; its statistic comes when all fields are judged. */
export function describeField(
  measured: ComparedMeasure,
  verdict: FieldVerdict,
  compared: Compared,
): FieldDrift {
  const { field, measure, samples } = measured
  const facts = {
    verdict,
    missing: missingOf(measured),
    unseen: unseenOf(measured),
    outOfRange: measure === 'value' && samples.kind === 'number' ? rangeOf(measured) : null,
  }
  return {
    field: field.name,
    label: field.label,
    unit: unitOf(measured),
    measure,
    importance: field.importance,
    statistic: null,
    ...facts,
    findings: fieldFindings(measured, facts, compared),
    distribution: distributionOf(measured),
  }
}

function unitOf({ field, measure }: ComparedMeasure): string | null {
  if (measure === 'value') return field.unit ?? null
  return measure === 'present' ? null : measure
}

function missingOf({ measure, samples, baselineLeads, windowLeads }: ComparedMeasure): FieldDrift['missing'] {
  const absent = (side: 'reference' | 'window') =>
    measure === 'present' && samples.kind === 'number' ? countBelow(samples[side], 1) : samples.missing[side]
  const { reference, window, p } = missingShares(
    { missing: absent('reference'), rows: baselineLeads },
    { missing: absent('window'), rows: windowLeads },
  )
  return { baseline: reference, window, p }
}

function unseenOf({ samples }: ComparedMeasure): FieldDrift['unseen'] {
  if (samples.kind !== 'category') return null
  const { levels, rows } = unseenLevels(samples)
  // With no value at all in the baseline, nothing is new.
  if (samples.reference.every((count) => count === 0)) return { levels: [], leads: 0 }
  return { levels: levels.slice(0, UNSEEN_LISTED), leads: rows }
}

function rangeOf({ samples }: ComparedMeasure): FieldDrift['outOfRange'] {
  return samples.kind === 'number' && samples.window.length > 0 ? outOfRange(samples) : null
}

function distributionOf({ field, measure, samples }: ComparedMeasure): Distribution | null {
  const label = (level: string) => levelLabel(field, level)
  if (samples.kind === 'category') return categoryDistribution(samples, label)
  if (measure === 'present') {
    return categoryDistribution(countLevels(samples), (level) => (level === '1' ? 'has one' : 'has none'))
  }
  const named = measure === 'value' && field.options !== undefined && field.options.length > 0
  return named ? categoryDistribution(countLevels(samples), label) : numberDistribution(samples)
}
