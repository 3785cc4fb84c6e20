/** Reads one cell of a lead: the same code for the form, for files and for leads given as JSON. */
import { type Field, isOpenCategory } from './field.ts'
import { type FieldReading, MISSING, problem, quoted } from './field-reading.ts'
import { optionLookup } from './option-lookup.ts'
import { parseDate } from './parse-date.ts'
import { checkDays, readDate } from './read-date.ts'
import { checkNumber, readNumber } from './read-number.ts'
import { NO_RULES, type ReadingRules } from './reading-rules.ts'
import { isSpreadsheetError } from './spreadsheet-errors.ts'

/** Whole cells that mean "nothing here" in spreadsheets and exports; compared in lower case. */
const MISSING_WORDS = new Set(['nan', 'n/a', 'null', '-', 'none'])
const LONGEST_MISSING_WORD = 4
/** Longest open category and longest text where the manifest says nothing. */
const DEFAULT_MAX_LENGTH = { category: 200, text: 100_000 }

/** Reads a field from text as it stands in a file or in the form; `rules` say what its column says about it. */
export function readField(field: Field, text: string, rules: ReadingRules = NO_RULES): FieldReading {
  const trimmed = text.trim()
  if (trimmed === '') return MISSING
  switch (field.type) {
    case 'number':
    case 'integer':
      return meansMissing(trimmed) ? MISSING : readNumber(field, trimmed, rules)
    case 'date':
      return meansMissing(trimmed) ? MISSING : readDate(field, trimmed, rules)
    case 'category':
      return isOpenCategory(field) ? readOpenCategory(field, trimmed) : readOption(field, trimmed)
    case 'text':
      return readText(field, trimmed)
  }
}

/** Checks a field given as a value (JSON): null and undefined are missing, texts are read as `readField` reads them. */
export function checkField(field: Field, value: unknown): FieldReading {
  if (value === null || value === undefined) return MISSING
  if (typeof value === 'string') return readField(field, value)
  const numeric = field.type === 'number' || field.type === 'integer' || field.type === 'date'
  if (typeof value === 'number' && Number.isFinite(value)) {
    if (field.type === 'date') return checkDays(field, value)
    return numeric ? checkNumber(field, value) : readField(field, String(value))
  }
  const what =
    typeof value === 'number' ? String(value) : Array.isArray(value) ? 'a list' : `a ${typeof value}`
  if (numeric) return problem('value_not_a_number', `${field.label} must be a number; it is ${what}.`)
  return problem('value_not_allowed', `${field.label} must be a text; it is ${what}.`)
}

/** Whether a whole cell, without the white space around it, stands for "nothing here". */
export function meansMissing(trimmed: string): boolean {
  return trimmed.length <= LONGEST_MISSING_WORD && MISSING_WORDS.has(trimmed.toLowerCase())
}

/** "None" may be what something is called; "N/A" and its like are not. */
function readOpenCategory(field: Field, trimmed: string): FieldReading {
  if (meansMissing(trimmed) && trimmed.toLowerCase() !== 'none') return MISSING
  return readText(field, trimmed)
}

function readOption(field: Field, trimmed: string): FieldReading {
  const lookup = optionLookup(field)
  const match = lookup.find(trimmed)
  if (match === null) {
    // A closed list has no use for the words; where an option is called "None", it was found above.
    if (meansMissing(trimmed)) return MISSING
    const allowed = (field.options ?? []).map(({ value }) => value)
    const shown = allowed.length > 12 ? `${allowed.slice(0, 12).join(', ')} …` : allowed.join(', ')
    const mangled = lookup.ranged && parseDate(trimmed) !== null
    return problem(
      mangled ? 'value_date_mangled' : 'value_not_allowed',
      `${field.label} must be one of ${shown}; it is ${quoted(trimmed)}.`,
    )
  }
  const { value, how } = match
  const read = `${field.label} ${quoted(trimmed)} was read as ${value}`
  switch (how) {
    case 'exact':
    case 'spelling':
      return { ok: true, value }
    case 'alias':
    case 'range':
      return { ok: true, value, repaired: { code: 'value_repaired', message: `${read}.` } }
    case 'date':
      return {
        ok: true,
        value,
        repaired: { code: 'value_date_mangled', message: `${read}: a spreadsheet made a date of it.` },
      }
  }
}

/** Longest text of a field, in code points. */
export function longestText(field: Field): number {
  return (
    field.maxLength ?? (field.type === 'category' ? DEFAULT_MAX_LENGTH.category : DEFAULT_MAX_LENGTH.text)
  )
}

function readText(field: Field, trimmed: string): FieldReading {
  if (isSpreadsheetError(trimmed)) {
    return problem(
      'value_not_allowed',
      `${field.label} must be a text; ${quoted(trimmed)} is an error of a spreadsheet.`,
    )
  }
  const maxLength = longestText(field)
  // A text has at most as many code points as code units, so most texts need no counting.
  if (trimmed.length > maxLength) {
    const length = codePointCount(trimmed)
    if (length > maxLength) {
      const [limit, actual] = [maxLength, length].map((count) => count.toLocaleString('en-US'))
      return problem(
        'text_too_long',
        `${field.label} can have at most ${limit} characters; it has ${actual}.`,
      )
    }
  }
  return { ok: true, value: trimmed }
}

function codePointCount(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}
