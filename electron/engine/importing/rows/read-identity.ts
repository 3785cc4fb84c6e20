/** Reads who a lead is from the columns that say so. */
import type { ColumnMapping } from '../../../contract/importing.ts'
import type { Identity } from '../../../contract/lead.ts'
import { type CsvRecord, cellText } from '../csv/csv-tokenizer.ts'
import { unescapeFormula } from '../csv/formula-apostrophe.ts'
import type { IdentityName } from '../mapping/identity-columns.ts'

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

/** A sentence about the first part that is too long, or null. */
export function identityProblem(identity: Identity): string | null {
  return (
    tooLong('name', identity.name) ??
    tooLong('company', identity.company) ??
    tooLong('email', identity.email) ??
    tooLong('link', identity.link)
  )
}

function tooLong(part: keyof typeof MAX_LENGTH, text: string | null): string | null {
  if (text === null || text.length <= MAX_LENGTH[part]) return null
  return `${WORDS[part]} can have at most ${MAX_LENGTH[part].toLocaleString('en')} characters; it has ${text.length.toLocaleString('en')}.`
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
