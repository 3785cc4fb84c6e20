/** Reads who a lead is from the columns that say so. */
import { quoted } from '../../../../model/bundle/field-reading.ts'
import { isSpreadsheetError } from '../../../../model/bundle/spreadsheet-errors.ts'
import type { ColumnMapping } from '../../../contract/importing.ts'
import type { Identity } from '../../../contract/lead.ts'
import { type CsvRecord, cellText } from '../csv/csv-tokenizer.ts'
import { unescapeFormula } from '../csv/formula-apostrophe.ts'
import type { IdentityName } from '../mapping/identity-columns.ts'
import type { TextFinding } from './finding-sentences.ts'
import type { CellRemark } from './read-cell.ts'
import { isSuspectEmail, isSuspectLink, textFinding } from './text-checks.ts'

/** Longest texts, as the contract allows them for a lead typed in. */
const MAX_LENGTH = { name: 300, company: 300, email: 320, link: 2000 } as const
const WORDS = {
  name: 'The name',
  company: 'The company',
  email: 'The e-mail address',
  link: 'The profile link',
}

export interface IdentityReader {
  read(record: CsvRecord): Identity
}

/** A reader for the identity columns of a mapping. First and last name join where there is no full name. */
export function createIdentityReader(mapping: ColumnMapping): IdentityReader {
  const columnOf = (name: IdentityName) =>
    mapping.find(({ target }) => target.kind === 'identity' && target.name === name)?.column ?? -1
  const [name, firstName, lastName] = [columnOf('name'), columnOf('firstName'), columnOf('lastName')]
  const [company, email, link] = [columnOf('company'), columnOf('email'), columnOf('link')]
  return {
    read: (record) => ({
      name: readPart(record, name) ?? joined(readPart(record, firstName), readPart(record, lastName)),
      company: readPart(record, company),
      email: readPart(record, email),
      link: readPart(record, link),
    }),
  }
}

/** Why a part of the identity cannot be kept, null when it can: then the lead is taken without it. */
export function identityRemark(part: keyof Identity, text: string): CellRemark | null {
  if (isSpreadsheetError(text)) {
    const message = `${WORDS[part]} must be a text; ${quoted(text)} is an error of a spreadsheet.`
    return { kind: 'missing', code: 'value_not_allowed', message }
  }
  if (text.length <= MAX_LENGTH[part]) return null
  const [limit, actual] = [MAX_LENGTH[part], text.length].map((count) => count.toLocaleString('en-US'))
  const message = `${WORDS[part]} can have at most ${limit} characters; it has ${actual}.`
  return { kind: 'missing', code: 'text_too_long', message }
}

/** What is odd about a part that is kept, beyond what may be odd about any text. */
export function identityFinding(part: keyof Identity, text: string): TextFinding | null {
  if (part === 'email' && isSuspectEmail(text)) return 'email_suspect'
  if (part === 'link' && isSuspectLink(text)) return 'url_not_http'
  return textFinding(text)
}

/** A sentence about the first part that cannot be kept, or null. */
export function identityProblem(identity: Identity): string | null {
  for (const part of ['name', 'company', 'email', 'link'] as const) {
    const text = identity[part]
    const remark = text === null ? null : identityRemark(part, text)
    if (remark) return remark.message
  }
  return null
}

function readPart(record: CsvRecord, column: number): string | null {
  if (column < 0 || column >= record.cellCount) return null
  if (record.starts[column] === record.ends[column]) return null
  const text = unescapeFormula(cellText(record, column)).trim()
  return text === '' ? null : text
}

function joined(first: string | null, last: string | null): string | null {
  if (first === null || last === null) return first ?? last
  return `${first} ${last}`
}
