/** What each kind of feature is: the one definition, compiled once for the features of a field. */
import { type Feature, MISSING_CATEGORY } from '../bundle/feature.ts'
import type { Field, FieldValue } from '../bundle/field.ts'
import { assertNever } from './assert-never.ts'
import { datePart } from './date-part.ts'
import { compileLiterals, type LiteralSet } from './find-literals.ts'
import { codePointLength, partCount } from './text-size.ts'

/** Writes the features made from one field, where they are not 0. */
export type FieldStep = (value: FieldValue, out: Float32Array, offset: number) => void

/** A feature with its place in the network's input. */
export type Slotted<K extends Feature['kind'] = Feature['kind']> = Extract<Feature, { kind: K }> & {
  readonly slot: number
}

/**
 * The features of each field, in field order, with their places. A feature that names no field is a bug of the caller:
 * `parseManifest` refuses such a manifest.
 */
export function featuresByField(
  fields: readonly Field[],
  features: readonly Feature[],
): readonly (readonly Slotted[])[] {
  const slotted = features.map((feature, slot) => ({ ...feature, slot }))
  for (const feature of slotted) {
    if (!fields.some(({ name }) => name === feature.field)) throw new Error(`no field ${feature.field}`)
  }
  return fields.map(({ name }) => slotted.filter((feature) => feature.field === name))
}

/** The steps that write the features of one field; each may write several. */
export function compileField(features: readonly Slotted[]): FieldStep[] {
  const steps: FieldStep[] = []
  const levels: (Slotted<'equals'> | Slotted<'targetMean'>)[] = []
  const literals: LiteralSet[] = []
  for (const feature of features) {
    switch (feature.kind) {
      case 'number':
        steps.push(numberStep(feature))
        break
      case 'equals':
      case 'targetMean':
        levels.push(feature)
        break
      case 'present':
        steps.push(presentStep(feature))
        break
      case 'length':
        steps.push(lengthStep(feature))
        break
      case 'count':
        steps.push(countStep(feature))
        break
      case 'containsAny':
      case 'containsAnyWord':
        literals.push({ ...feature, wholeWord: feature.kind === 'containsAnyWord' })
        break
      case 'datePart':
        steps.push(dateStep(feature))
        break
      default:
        assertNever(feature)
    }
  }
  if (levels.length > 0) steps.push(levelStep(levels))
  if (literals.length > 0) steps.push(literalStep(literals))
  return steps
}

function numberStep({ slot, missing }: Slotted<'number'>): FieldStep {
  const whenMissing = missing ?? Number.NaN
  return (value, out, offset) => {
    out[offset + slot] = typeof value === 'number' ? value : whenMissing
  }
}

function presentStep({ slot }: Slotted<'present'>): FieldStep {
  return (value, out, offset) => {
    if (value !== null && value !== '') out[offset + slot] = 1
  }
}

function lengthStep({ slot }: Slotted<'length'>): FieldStep {
  return (value, out, offset) => {
    if (typeof value === 'string') out[offset + slot] = codePointLength(value)
  }
}

function countStep({ slot, separator }: Slotted<'count'>): FieldStep {
  return (value, out, offset) => {
    if (typeof value === 'string') out[offset + slot] = partCount(value, separator)
  }
}

function dateStep({ slot, part, missing }: Slotted<'datePart'>): FieldStep {
  const whenMissing = missing ?? Number.NaN
  return (value, out, offset) => {
    out[offset + slot] = typeof value === 'number' ? datePart(value, part) : whenMissing
  }
}

function literalStep(sets: readonly LiteralSet[]): FieldStep {
  const setMatches = compileLiterals(sets)
  return (value, out, offset) => {
    if (typeof value === 'string') setMatches(value, out, offset)
  }
}

/** One map lookup answers all one-hot and target-mean features of a category. */
function levelStep(features: readonly (Slotted<'equals'> | Slotted<'targetMean'>)[]): FieldStep {
  const targetMeans = features.filter((feature) => feature.kind === 'targetMean')
  const meansSlots = Int32Array.from(targetMeans, ({ slot }) => slot)
  const unseen = Float64Array.from(targetMeans, (feature) => feature.unseen)
  const levels = new Map<string, { hot: number[]; means: Float64Array }>()
  const level = (name: string) => {
    const known = levels.get(name)
    if (known) return known
    const made = { hot: [], means: Float64Array.from(unseen) }
    levels.set(name, made)
    return made
  }
  for (const feature of features) if (feature.kind === 'equals') level(feature.value).hot.push(feature.slot)
  targetMeans.forEach(({ means }, index) => {
    for (const [name, mean] of means) level(name).means[index] = mean
  })
  return (value, out, offset) => {
    const name =
      value === null || value === '' ? MISSING_CATEGORY : typeof value === 'string' ? value : String(value)
    const found = levels.get(name)
    const means = found === undefined ? unseen : found.means
    for (let index = 0; index < meansSlots.length; index++)
      out[offset + (meansSlots[index] ?? 0)] = means[index] ?? 0
    if (found !== undefined) for (const slot of found.hot) out[offset + slot] = 1
  }
}
