/** The one difference between two samples of a field that tells a salesperson most. */
import type { Field } from '../../../../model/bundle/field.ts'
import { isYearField } from '../../../../model/bundle/read-number.ts'
import type { LeadsBehind } from '../../../contract/windows.ts'
import type { CategorySamples, NumberSamples } from '../judgement/field-samples.ts'
import { BEYOND_DICTIONARY } from '../windows/lead-sample.ts'
import type { ComparedMeasure } from './compared-measure.ts'
import { countLevels } from './count-levels.ts'
import { tellingCut } from './telling-cut.ts'
import { levelLabel, numberWords, quoted } from './value-words.ts'

/** A share of the leads, what it has, and the same share of the baseline. */
export interface ToldDifference {
  /** To follow a percentage: `of these leads are “Student”`. */
  readonly words: string
  readonly window: number
  readonly baseline: number
  readonly condition: LeadsBehind['condition']
  /** Leads of the window it speaks of. */
  readonly count: number
}

/** A level that grew is told before one that shrank, when it did so by at least this part of the other's change. */
const GROWN_FIRST = 0.6

/** null when the samples do not differ anywhere that could be named. */
export function tellDifference({ field, measure, samples }: ComparedMeasure): ToldDifference | null {
  // Missing values are no part of the shares, so sentences say whose they are.
  const leads = samples.missing.window > 0 ? 'of the leads with a value' : 'of these leads'
  if (samples.kind === 'category') return tellLevel(samples)
  if (measure === 'present') return tellPresence(samples)
  if (measure === 'value' && field.options !== undefined && field.options.length > 0) {
    return tellLevel(countLevels(samples)) ?? tellCut(samples)
  }
  return tellCut(samples)

  function tellLevel(categories: CategorySamples): ToldDifference | null {
    const told = tellingLevel(categories)
    if (!told) return null
    return {
      ...told,
      words: `${leads} are ${quoted(levelLabel(field, told.level))}`,
      condition: { kind: 'values', field: field.name, values: [told.level] },
    }
  }

  function tellCut(numbers: NumberSamples): ToldDifference | null {
    if (numbers.reference.length === 0 || numbers.window.length === 0) return null
    const whole = measure !== 'value' || field.type !== 'number'
    const cut = tellingCut(numbers.reference, numbers.window, whole)
    if (!cut) return null
    const { side, limit, ...shares } = cut
    return {
      ...shares,
      words: cutWords(side, limit),
      condition: {
        kind: 'between',
        field: field.name,
        measure: measure === 'present' ? 'value' : measure,
        from: side === 'from' ? limit : null,
        below: side === 'below' ? limit : null,
      },
    }
  }

  function cutWords(side: 'below' | 'from', limit: number): string {
    const shown = numberWords(measure === 'value' ? field : { type: 'integer' }, limit)
    if (measure === 'value') return `${leads} are ${sideWords(field, side, shown)}`
    const what = measure === 'characters' ? 'characters' : 'comma-separated parts'
    return side === 'below'
      ? `of the texts have fewer than ${shown} ${what}`
      : `of the texts have ${shown} ${what} or more`
  }

  function tellPresence({ reference, window }: NumberSamples): ToldDifference | null {
    const present = (sample: Float64Array) => sample.reduce((sum, one) => sum + one, 0)
    const [before, now] = [present(reference) / reference.length, present(window) / window.length]
    if (!(before !== now)) return null
    return now < before
      ? {
          words: 'of these leads have none',
          window: 1 - now,
          baseline: 1 - before,
          condition: { kind: 'missing', field: field.name },
          count: window.length - present(window),
        }
      : {
          words: 'of these leads have one',
          window: now,
          baseline: before,
          condition: { kind: 'between', field: field.name, measure: 'characters', from: null, below: null },
          count: present(window),
        }
  }
}

/** Years and days are before and later; other numbers are below and more. */
function sideWords(field: Field, side: 'below' | 'from', shown: string): string {
  const isTime = field.type === 'date' || isYearField(field)
  if (side === 'below') return `${isTime ? 'before' : 'below'} ${shown}`
  return `${shown} or ${isTime ? 'later' : 'more'}`
}

function tellingLevel({ levels, reference, window }: CategorySamples) {
  const total = (counts: Uint32Array) => counts.reduce((sum, count) => sum + count, 0)
  const [before, now] = [total(reference), total(window)]
  const changes = levels
    .map((level, place) => ({
      level,
      baseline: (reference[place] ?? 0) / before,
      window: (window[place] ?? 0) / now,
      count: window[place] ?? 0,
    }))
    // Many values under one name: no list could show them.
    .filter(({ level }) => level !== BEYOND_DICTIONARY)
    .sort((a, b) => Math.abs(b.window - b.baseline) - Math.abs(a.window - a.baseline))
  const [largest] = changes
  if (!largest || largest.window === largest.baseline) return null
  const grown = changes.find(({ window, baseline }) => window > baseline)
  const enough = GROWN_FIRST * Math.abs(largest.window - largest.baseline)
  return grown && grown.window - grown.baseline >= enough ? grown : largest
}
