/** What a cell means that says who a lead is. `identity-readers.ts` gets there by a shorter way where there is one. */
import { quoted } from '../../../../model/bundle/field-reading.ts'
import { isSpreadsheetError } from '../../../../model/bundle/spreadsheet-errors.ts'
import type { Identity } from '../../../contract/lead.ts'
import { unescapeFormula } from '../csv/formula-apostrophe.ts'
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

/** Longest text of a part, in UTF-16 units. */
export function longestPart(part: keyof Identity): number {
  return MAX_LENGTH[part]
}

/** What a cell says, without the apostrophe and the white space around it; null when that is nothing. */
export function partText(cell: string): string | null {
  const text = unescapeFormula(cell).trim()
  return text === '' ? null : text
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
