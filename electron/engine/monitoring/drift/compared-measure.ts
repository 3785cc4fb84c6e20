/** What of a field is compared: its values, or how its texts are, in the baseline and in the window. */
import type { Field } from '../../../../model/bundle/field.ts'
import type { DriftRule, Measure } from '../../../contract/drift.ts'
import type { FieldSamples } from '../judgement/field-samples.ts'
import { sortFloats } from '../sort-floats.ts'
import { columnOf, type LeadSample, type LeadsByField, type SampleColumn } from '../windows/lead-sample.ts'
import { mergeLevels } from './merge-levels.ts'

/** One comparison of a report. */
export interface ComparedMeasure {
  /** Field and measure: no two of a report have the same. */
  readonly key: string
  readonly field: Field
  readonly measure: Measure
  /** Numbers ascending. */
  readonly samples: FieldSamples
  /** Leads on each side, with and without a value. */
  readonly baselineLeads: number
  readonly windowLeads: number
}

/**
 * The comparisons of a field, one after the other: of millions of leads each is tens of megabytes. A text has three where
 * texts are judged (whether it is there, its characters, its parts), and one to be shown otherwise.
 */
export function* compareField(
  field: Field,
  index: number,
  baseline: LeadSample | LeadsByField,
  window: LeadSample | LeadsByField,
  rule: DriftRule,
): Generator<ComparedMeasure> {
  const [before, now] = [columnOf(baseline, index), columnOf(window, index)]
  const compared = (measure: Measure, samples: FieldSamples): ComparedMeasure => ({
    key: samples.name,
    field,
    measure,
    samples,
    baselineLeads: baseline.count,
    windowLeads: window.count,
  })
  const { name } = field
  if (before.kind === 'number' && now.kind === 'number') {
    yield compared('value', sortedNumbers(name, before.values, now.values))
    return
  }
  if (before.kind === 'category' && now.kind === 'category') {
    yield compared('value', mergeLevels(name, before, now))
    return
  }
  if (before.kind !== 'text' || now.kind !== 'text') throw new RangeError(`${name} has two types`)
  yield compared('present', sortedNumbers(`${name} present`, presence(before), presence(now)))
  if (rule === 'evidently') return
  yield compared('characters', sortedNumbers(`${name} characters`, before.characters, now.characters))
  yield compared('parts', sortedNumbers(`${name} parts`, before.parts, now.parts))
}

function presence({ characters }: Extract<SampleColumn, { kind: 'text' }>): Float32Array {
  const present = new Float32Array(characters.length)
  for (let i = 0; i < present.length; i += 1) present[i] = Number.isNaN(characters[i]) ? 0 : 1
  return present
}

/** Numbers without the missing ones, ascending: what statistics, bins and quantiles all start from. */
export function sortedNumbers(name: string, baseline: Float32Array, window: Float32Array): FieldSamples {
  const [reference, current] = [sortedValues(baseline), sortedValues(window)]
  return {
    kind: 'number',
    name,
    reference,
    window: current,
    missing: { reference: baseline.length - reference.length, window: window.length - current.length },
  }
}

function sortedValues(values: Float32Array): Float64Array {
  const present = new Float32Array(values.length)
  let count = 0
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number
    // Adding 0 turns -0 into 0. Infinities are no numbers a lead can have.
    if (Number.isFinite(value)) present[count++] = value + 0
  }
  return new Float64Array(sortFloats(present.subarray(0, count)))
}
