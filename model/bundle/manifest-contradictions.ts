/** What a manifest must not say although each part by itself is well-formed. */
import type { Feature } from './feature.ts'
import { type Field, isOpenCategory } from './field.ts'
import type { Manifest } from './manifest.ts'
import { checkField } from './read-field.ts'

type FieldType = Field['type']

/** Field types each kind of feature can be made from. */
const fittingTypes: Readonly<Record<Feature['kind'], readonly FieldType[]>> = {
  number: ['number', 'integer'],
  equals: ['category', 'integer'],
  targetMean: ['category', 'integer'],
  present: ['number', 'integer', 'category', 'text', 'date'],
  length: ['category', 'text'],
  count: ['category', 'text'],
  containsAny: ['category', 'text'],
  containsAnyWord: ['category', 'text'],
  datePart: ['date'],
}

/** Who a lead is stands beside its fields in files and on the command line: one name cannot mean both. */
const IDENTITY_NAMES: ReadonlySet<string> = new Set(['name', 'company', 'email', 'link'])

/** One sentence part per contradiction; empty when the manifest is sound. */
export function manifestContradictions(manifest: Manifest): string[] {
  const fields = new Map(manifest.fields.map((field) => [field.name, field]))
  return [
    ...duplicates(
      'fields',
      manifest.fields.map(({ name }) => name),
    ),
    ...duplicates(
      'features',
      manifest.features.map(({ name }) => name),
    ),
    ...manifest.fields
      .filter(({ name }) => IDENTITY_NAMES.has(name))
      .map(({ name }) => `field ${name} has the name of a part of a lead's identity`),
    ...manifest.fields.flatMap(fieldContradictions),
    ...manifest.features.flatMap((feature) => featureContradictions(feature, fields.get(feature.field))),
    ...thresholdContradictions(manifest),
    ...displayContradictions(manifest, fields),
    ...referenceContradictions(manifest),
    ...manifest.golden.flatMap((golden, index) => goldenContradictions(manifest, golden.values, index)),
  ]
}

/** Names that occur more than once, each in a sentence part; `what` is the plural of what they name. */
function duplicates(what: string, names: readonly string[]): string[] {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const name of names) (seen.has(name) ? repeated : seen).add(name)
  return [...repeated].map((name) => `two ${what} are called ${name}`)
}

function fieldContradictions(field: Field): string[] {
  const found: string[] = []
  const { name, type, min, max, options = [], example } = field
  const numeric = type === 'number' || type === 'integer' || type === 'date'
  if (!numeric && (min !== undefined || max !== undefined))
    found.push(`field ${name} is a ${type} and has no range`)
  if (min !== undefined && max !== undefined && min > max) found.push(`field ${name} has min above max`)
  if (options.length > 0 && type !== 'category' && type !== 'integer')
    found.push(`field ${name} is a ${type} and has no options`)
  if (field.maxLength !== undefined && type !== 'text' && !isOpenCategory(field))
    found.push(`field ${name} has no length to limit`)
  found.push(
    ...duplicates(
      'options',
      options.map(({ value }) => value),
    ).map((text) => `in field ${name} ${text}`),
  )
  if (found.length > 0) return found
  for (const { value } of type === 'integer' ? options : []) {
    if (!checkField(field, value).ok) found.push(`option ${value} of field ${name} is not a value of it`)
  }
  if (example !== undefined && !checkField(field, example).ok)
    found.push(`the example of field ${name} is not a value of it`)
  return found
}

function featureContradictions(feature: Feature, field: Field | undefined): string[] {
  if (!field) return [`feature ${feature.name} is made from ${feature.field}, which is not a field`]
  if (!fittingTypes[feature.kind].includes(field.type)) {
    return [
      `feature ${feature.name} (${feature.kind}) cannot be made from the ${field.type} field ${field.name}`,
    ]
  }
  if (feature.kind === 'targetMean') {
    return duplicates(
      'categories',
      feature.means.map(([category]) => category),
    ).map((text) => `in feature ${feature.name} ${text}`)
  }
  return []
}

function thresholdContradictions({ bands, confidence }: Manifest): string[] {
  const found: string[] = []
  if (bands.hot <= bands.warm) found.push('the hot band must begin above the warm band')
  if (confidence.high <= confidence.medium) found.push('high confidence must begin above medium confidence')
  return found
}

function displayContradictions({ display }: Manifest, fields: ReadonlyMap<string, Field>): string[] {
  if (display.title === null || fields.has(display.title)) return []
  return [`display.title names ${display.title}, which is not a field`]
}

function referenceContradictions({ reference, fields }: Manifest): string[] {
  if (!reference) return []
  const { scoreColumn, outcomeColumn } = reference
  return duplicates('reference columns', [...fields.map(({ name }) => name), scoreColumn, outcomeColumn])
}

function goldenContradictions({ fields }: Manifest, values: readonly unknown[], index: number): string[] {
  if (values.length !== fields.length)
    return [`golden[${index}] has ${values.length} values for ${fields.length} fields`]
  return fields.flatMap((field, column) => {
    const reading = checkField(field, values[column])
    return reading.ok ? [] : [`golden[${index}]: ${reading.message.replace(/\.$/, '')}`]
  })
}
