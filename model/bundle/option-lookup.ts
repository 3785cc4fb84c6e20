/** Finds the option a text means; compiled once per field because an import asks a million times. */
import type { Field } from './field.ts'

/** How a text was recognised; `alias` and `range` changed what was written and are worth saying. */
export interface OptionMatch {
  readonly value: string
  readonly how: 'exact' | 'case' | 'alias' | 'range'
}

interface NumberRange {
  readonly from: number
  readonly to: number
  readonly value: string
}

export interface OptionLookup {
  find(text: string): OptionMatch | null
}

const compiled = new WeakMap<Field, OptionLookup>()

/** The lookup of a field with options, made on first use. */
export function optionLookup(field: Field): OptionLookup {
  const known = compiled.get(field)
  if (known) return known
  const made = compileLookup(field)
  compiled.set(field, made)
  return made
}

function compileLookup(field: Field): OptionLookup {
  const exact = new Map<string, OptionMatch>()
  const folded = new Map<string, OptionMatch>()
  const ranges: NumberRange[] = []
  const remember = (map: Map<string, OptionMatch>, key: string, match: OptionMatch) => {
    if (!map.has(key)) map.set(key, match)
  }
  const options = field.options ?? []
  for (const { value } of options) remember(exact, value, { value, how: 'exact' })
  for (const { value, aliases = [] } of options) {
    for (const alias of aliases) remember(exact, alias, { value, how: 'alias' })
  }
  // Values before aliases before labels: the first spelling to claim a folded key keeps it.
  for (const { value } of options) remember(folded, fold(value), { value, how: 'case' })
  for (const { value, aliases = [] } of options) {
    for (const alias of aliases) remember(folded, fold(alias), { value, how: 'alias' })
  }
  for (const { value, label } of options) {
    if (label !== undefined) remember(folded, fold(label), { value, how: 'case' })
  }
  for (const { value, aliases = [] } of options) {
    const own = numberRange(value, value)
    if (own === null) continue
    // `1-10` widens `2-10` downwards; `11-1950` is a date that a spreadsheet made of `11-50`, no range.
    const others = aliases.flatMap((alias) => numberRange(alias, value) ?? [])
    ranges.push(own, ...others.filter(({ to }) => to === own.to))
  }
  return {
    find: (text) => exact.get(text) ?? folded.get(fold(text)) ?? findRange(ranges, text),
  }
}

function fold(text: string): string {
  return text.toLowerCase()
}

/** Options such as `11-50` and `10001+` are ranges of whole numbers. */
function numberRange(spelling: string, value: string): NumberRange | null {
  const parts = /^(\d{1,9})(?:-(\d{1,9})|\+)$/.exec(spelling)
  if (!parts) return null
  const to = parts[2] === undefined ? Number.POSITIVE_INFINITY : Number(parts[2])
  return { from: Number(parts[1]), to, value }
}

/** Sales tools export a bare number of employees where the model knows size ranges. */
function findRange(ranges: readonly NumberRange[], text: string): OptionMatch | null {
  if (ranges.length < 2 || !/^\d{1,9}$/.test(text)) return null
  const count = Number(text)
  const range = ranges.find(({ from, to }) => count >= from && count <= to)
  return range ? { value: range.value, how: 'range' } : null
}
