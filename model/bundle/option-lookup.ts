/** Finds the option a text means; compiled once per field because an import asks a million times. */
import type { Field } from './field.ts'
import { type NumberRange, parseCount, parseRange, rangesBehindDate } from './option-ranges.ts'

/**
 * How a text was recognised. `spelling`: the same value, written otherwise. `alias`, `range` and `date` changed what
 * was written and are worth saying.
 */
export interface OptionMatch {
  readonly value: string
  readonly how: 'exact' | 'spelling' | 'alias' | 'range' | 'date'
}

export interface OptionLookup {
  find(text: string): OptionMatch | null
  /** Whether the options are ranges of numbers. */
  readonly ranged: boolean
}

interface RangeOption extends NumberRange {
  readonly value: string
  /** The option's own range; false for one that only an alias spells. */
  readonly own: boolean
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
  const spelled = spellings(field)
  const ranges = rangeOptions(field)
  const ranged = ranges.filter(({ own }) => own).length > 1
  return {
    ranged,
    find: (text) => {
      const match = spelled(text)
      if (!ranged || match?.how === 'exact' || match?.how === 'spelling') return match
      return findRange(ranges, text) ?? match ?? findCount(ranges, text)
    },
  }
}

/** Values before aliases before labels: the first spelling to claim a folded key keeps it. */
function spellings({ options = [] }: Field): (text: string) => OptionMatch | null {
  const exact = new Map<string, OptionMatch>()
  const folded = new Map<string, OptionMatch>()
  const remember = (map: Map<string, OptionMatch>, key: string, match: OptionMatch) => {
    if (!map.has(key)) map.set(key, match)
  }
  for (const { value } of options) remember(exact, value, { value, how: 'exact' })
  for (const { value, aliases = [] } of options) {
    for (const alias of aliases) remember(exact, alias, { value, how: 'alias' })
  }
  for (const { value } of options) remember(folded, fold(value), { value, how: 'spelling' })
  for (const { value, aliases = [] } of options) {
    for (const alias of aliases) remember(folded, fold(alias), { value, how: 'alias' })
  }
  for (const { value, label } of options) {
    if (label !== undefined) remember(folded, fold(label), { value, how: 'spelling' })
  }
  return (text) => exact.get(text) ?? folded.get(fold(text)) ?? null
}

/** Without case; words also without accents and the signs between them. `2-10` is no word and stays apart from `210`. */
function fold(text: string): string {
  const lower = text.toLowerCase()
  return LETTER.test(lower) ? lower.normalize('NFKD').replace(BETWEEN, '') : lower
}

const LETTER = /\p{L}/u
const BETWEEN = /[\s\p{M}._/-]+/gu

function rangeOptions({ options = [] }: Field): RangeOption[] {
  return options.flatMap(({ value, aliases = [] }) => {
    const own = parseRange(value)
    if (own === null) return []
    // `1-10` widens `2-10` downwards; `11-1950` is a date that a spreadsheet made of `11-50`, no range.
    const others = aliases.flatMap((alias) => parseRange(alias) ?? []).filter(({ to }) => to === own.to)
    return [{ ...own, value, own: true }, ...others.map((range) => ({ ...range, value, own: false }))]
  })
}

/** A range of the list, spelled otherwise or turned into a date; null when two options could be meant. */
function findRange(ranges: readonly RangeOption[], text: string): OptionMatch | null {
  const range = parseRange(text)
  const same = range && ranges.find(({ from, to }) => from === range.from && to === range.to)
  if (same) return { value: same.value, how: same.own ? 'spelling' : 'alias' }
  const behind = rangesBehindDate(text)
  const values = new Set(
    ranges
      .filter(({ from, to }) => behind.some((range) => range.from === from && range.to === to))
      .map(({ value }) => value),
  )
  const [value] = values
  return value !== undefined && values.size === 1 ? { value, how: 'date' } : null
}

/** Sales tools export a bare number of employees where the model knows size ranges. */
function findCount(ranges: readonly RangeOption[], text: string): OptionMatch | null {
  const count = parseCount(text)
  const range = count === null ? undefined : ranges.find(({ from, to }) => count >= from && count <= to)
  return range ? { value: range.value, how: 'range' } : null
}
