/**
 * Features of whole chunks of leads, column by column, bit for bit those that `vectorize-lead.ts` gives lead by lead (a
 * property test). Made from the same steps; what they make of a category or a repeating text is kept and written again.
 */
import type { Feature } from '../bundle/feature.ts'
import type { Field } from '../bundle/field.ts'
import { ByteDictionary } from './byte-dictionary.ts'
import {
  type CategoryValues,
  type FeatureColumn,
  MISSING_CODE,
  type NumberValues,
  PART_SEPARATOR,
  type TextValues,
  UNCODED,
} from './feature-columns.ts'
import { FeatureMemo } from './feature-memo.ts'
import { compileField, featuresByField, type Slotted } from './field-steps.ts'

export interface ColumnVectorizer {
  readonly featureCount: number
  /** Writes the features of the first `count` leads of the columns to `out`, lead by lead from its start. */
  vectorize(count: number, out: Float32Array): void
}

/** Writes the features of one field for the first `count` leads. */
type ColumnStep = (count: number, out: Float32Array) => void

/**
 * Compiles fields and features for these columns (in field order), which are filled again and again. What is kept about
 * their codes makes it theirs alone.
 */
export function createColumnVectorizer(
  fields: readonly Field[],
  features: readonly Feature[],
  columns: readonly FeatureColumn[],
): ColumnVectorizer {
  const featureCount = features.length
  const steps = featuresByField(fields, features).flatMap((own, fieldIndex) => {
    const column = columns[fieldIndex]
    return own.length === 0 || !column ? [] : columnSteps(column, own, featureCount)
  })
  return {
    featureCount,
    vectorize(count, out) {
      out.fill(0, 0, count * featureCount)
      for (const step of steps) step(count, out)
    },
  }
}

function columnSteps(
  column: FeatureColumn,
  features: readonly Slotted[],
  featureCount: number,
): ColumnStep[] {
  switch (column.kind) {
    case 'number':
      return [numberStep(column, features, featureCount)]
    case 'category':
      return [categoryStep(column, features, featureCount)]
    case 'text': {
      const measured = features.flatMap((feature) => measuredStep(column, feature, featureCount) ?? [])
      const others = features.filter((feature) => !isMeasured(feature))
      return others.length === 0 ? measured : [...measured, textStep(column, others, featureCount)]
    }
  }
}

function numberStep(
  { values }: NumberValues,
  features: readonly Slotted[],
  featureCount: number,
): ColumnStep {
  const steps = compileField(features)
  return (count, out) => {
    for (let lead = 0; lead < count; lead++) {
      const value = values[lead] as number
      for (const step of steps) step(Number.isNaN(value) ? null : value, out, lead * featureCount)
    }
  }
}

function categoryStep(
  column: CategoryValues,
  features: readonly Slotted[],
  featureCount: number,
): ColumnStep {
  const { codes } = column
  const memo = new FeatureMemo(features, featureCount)
  const missing = memo.remember(null)
  /** Entry of each code plus one, 0 for none yet. */
  const entries: number[] = []
  const entryOf = (code: number, lead: number) => {
    const entry = memo.remember(column.at(lead))
    while (entries.length <= code) entries.push(0)
    entries[code] = entry + 1
    return entry
  }
  return (count, out) => {
    for (let lead = 0; lead < count; lead++) {
      const code = codes[lead] as number
      const offset = lead * featureCount
      if (code === UNCODED) memo.writeOnce(column.at(lead), out, offset)
      else {
        const known =
          code === MISSING_CODE ? missing + 1 : code < entries.length ? (entries[code] as number) : 0
        memo.write(known > 0 ? known - 1 : entryOf(code, lead), out, offset)
      }
    }
  }
}

/** What the text's size says, without the text. */
function isMeasured(feature: Slotted): boolean {
  return (
    feature.kind === 'present' ||
    feature.kind === 'length' ||
    (feature.kind === 'count' && feature.separator === PART_SEPARATOR)
  )
}

function measuredStep(
  { codePoints, parts }: TextValues,
  feature: Slotted,
  featureCount: number,
): ColumnStep | null {
  if (!isMeasured(feature)) return null
  const { kind, slot } = feature
  const sizes = kind === 'count' ? parts : codePoints
  return (count, out) => {
    for (let lead = 0; lead < count; lead++) {
      const size = sizes[lead] as number
      // A missing text is NaN, which is not above 0.
      if (size > 0) out[lead * featureCount + slot] = kind === 'present' ? 1 : size
    }
  }
}

function textStep(column: TextValues, features: readonly Slotted[], featureCount: number): ColumnStep {
  const memo = new FeatureMemo(features, featureCount)
  const missing = memo.remember(null)
  // Numbers of the dictionary and entries of the memo go up together; the entry of a missing text is the first.
  const dictionary = new ByteDictionary()
  const entryOf = (start: number, end: number, lead: number) =>
    dictionary.add(column.bytes, start, end) < 0 ? -1 : memo.remember(column.at(lead))
  return (count, out) => {
    const { bytes, starts } = column
    for (let lead = 0; lead < count; lead++) {
      const start = starts[lead] as number
      const end = starts[lead + 1] as number
      const offset = lead * featureCount
      if (start === end) {
        memo.write(missing, out, offset)
        continue
      }
      const known = dictionary.find(bytes, start, end)
      const entry = known < 0 ? entryOf(start, end, lead) : missing + 1 + known
      if (entry < 0) memo.writeOnce(column.at(lead), out, offset)
      else memo.write(entry, out, offset)
    }
  }
}
