/** Asks whether the first line is a lead: taken for column names, it would be lost. */
import type { Question } from '../../../contract/importing.ts'
import { headerKey, headerKeys } from '../mapping/header-key.ts'
import { IDENTITY_COLUMNS } from '../mapping/identity-columns.ts'
import type { SampleRecord } from './sample-records.ts'

const ADDRESS = /^\s*(?:[^\s@]+@[^\s@]+\.[^\s@]+|https?:\/\/\S+)\s*$/i
const NUMBER = /^\s*[+-]?\d+(?:[.,]\d+)*\s*%?\s*$/
/** A size such as 51-200 or 10001+, a date. */
const FIGURES = /^\s*(?:\d[\d\s.,/:-]*[\d+])\s*$/

/** Rows compared with the line, and the share of a column that makes it one of figures or addresses. */
const ROWS = 50
const SHARE = 0.8

/** What a program calls a column, never a person or a place. */
const PROGRAM_NAME = /^[a-z]+(?:_[a-z0-9]+)+$/i

/** Whether a text is what stands in a lead and never in a column name: an e-mail address, a link, a number. */
export function looksLikeData(text: string): boolean {
  return ADDRESS.test(text) || NUMBER.test(text) || FIGURES.test(text)
}

/** The question about a line that may hold column names, if there is one; `line` is its number. */
export function askAboutHeader(
  cells: readonly string[],
  rows: readonly SampleRecord[],
  line: number,
): Question[] {
  if (cells.some((cell) => ADDRESS.test(cell))) return [question('header_missing', line)]
  // Column names that come again further down prove nothing.
  const below = rows.slice(0, ROWS).filter((row) => row.cells.some((cell, column) => cell !== cells[column]))
  let data = 0
  let names = 0
  for (const [column, cell] of cells.entries()) {
    if (cell.trim() === '') continue
    const values = below.map((row) => row.cells[column]?.trim() ?? '').filter((value) => value !== '')
    const figures = values.length > 0 && values.filter(looksLikeData).length >= SHARE * values.length
    if (looksLikeData(cell)) data++
    else if (figures || isColumnName(cell)) names++
    else if (values.includes(cell.trim())) data++
  }
  if (data === 0) return []
  // Years as column names, or one name that is a value, too: the names beside them speak for themselves.
  if (names >= data) return []
  return [question(names === 0 ? 'header_missing' : 'header_unsure', line)]
}

const IDENTITY_KEYS = new Set(IDENTITY_COLUMNS.flatMap(({ spellings }) => spellings.map(headerKey)))

function isColumnName(cell: string): boolean {
  return PROGRAM_NAME.test(cell.trim()) || headerKeys(cell).some((key) => IDENTITY_KEYS.has(key))
}

function question(code: 'header_missing' | 'header_unsure', line: number): Question {
  const message =
    code === 'header_missing'
      ? 'The first line of the file looks like a lead, not like column names.'
      : 'The first line of the file may hold column names or a lead.'
  return {
    code,
    message,
    answers: [
      { label: 'The first line is a lead', read: { header: 0 }, option: '--header none' },
      {
        label: 'The first line holds the column names',
        read: { header: line },
        option: `--header ${line}`,
      },
    ],
  }
}
