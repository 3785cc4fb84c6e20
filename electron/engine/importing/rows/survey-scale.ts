/** Notices columns of numbers that seem to be on another scale than the field: 60 where 0 to 1 is meant. */
import type { Field } from '../../../../model/bundle/field.ts'
import { type DecimalMark, numberValue, parseNumber } from '../../../../model/bundle/parse-number.ts'
import type { Finding, Question, ReadSettings, Scale } from '../../../contract/importing.ts'
import { shownHeader } from './finding-sentences.ts'
import type { Noticed, SampledColumn } from './sampled-column.ts'

/** One odd number is a bad cell; so many are another scale, if they are more than the others. */
const FEWEST = 2
const SAMPLES = 3

/** Asks about the scale of a column unless the user has said it. */
export function surveyScale(
  columns: readonly SampledColumn[],
  read: ReadSettings,
  decimals: ReadonlyMap<number, DecimalMark>,
): Noticed {
  const findings: Finding[] = []
  const questions: Question[] = []
  for (const { column, header, field, texts } of columns) {
    const said = read.scale?.[field.name]
    if (said !== undefined && said !== 'plain') findings.push(saidScale(header, said))
    if (said !== undefined) continue
    const numbers = texts.flatMap((text) => unmarkedNumber(text, decimals.get(column) ?? null))
    const suspect = suspectedScale(field, numbers)
    if (suspect) questions.push(ask(header, field, numbers, suspect, read))
  }
  return { findings, questions }
}

/** Numbers with a percent sign say their scale themselves, and zero is zero on every scale. */
function unmarkedNumber(text: string, decimal: DecimalMark | null): number[] {
  const parsed = parseNumber(text, decimal)
  if (parsed.kind !== 'number' || parsed.number.percent) return []
  const value = numberValue(parsed.number)
  return value === 0 ? [] : [value]
}

function suspectedScale(
  { type, min, max }: Field,
  numbers: readonly number[],
): Exclude<Scale, 'plain'> | null {
  if ((type !== 'number' && type !== 'integer') || min === undefined || max === undefined) return null
  if (max === 1) {
    const percent = numbers.filter((value) => value > 1 && value <= 100)
    return percent.length >= FEWEST && percent.length * 2 > numbers.length ? 'percent' : null
  }
  if (max !== 100 || numbers.some((value) => value < 0 || value > 1)) return null
  return numbers.filter((value) => value < 1).length >= FEWEST ? 'fraction' : null
}

function ask(
  header: string,
  { name, label, min = 0, max = 1 }: Field,
  numbers: readonly number[],
  suspect: Exclude<Scale, 'plain'>,
  read: ReadSettings,
): Question {
  const [first = 0] = numbers
  const shown = numbers.slice(0, SAMPLES).join(', ')
  const value = suspect === 'percent' ? first / 100 : first * 100
  const answer = (scale: Scale, text: string) => ({
    label: text,
    read: { scale: { ...read.scale, [name]: scale } },
    option: `--scale ${name}=${scale}`,
  })
  return {
    code: 'value_scale_suspect',
    message: `The numbers in column ${shownHeader(header)} (${shown}) seem to be on another scale: ${label} goes from ${min} to ${max}. How are they meant?`,
    answers: [
      answer(suspect, `${first} means ${Number(value.toPrecision(12))}`),
      answer('plain', 'As they stand; what is out of range counts as missing'),
    ],
  }
}

function saidScale(header: string, scale: Exclude<Scale, 'plain'>): Finding {
  const how = scale === 'percent' ? 'divided by 100' : 'multiplied by 100'
  return {
    code: 'value_scale_suspect',
    message: `Numbers in column ${shownHeader(header)} are ${how}, as you said.`,
    column: header,
  }
}
