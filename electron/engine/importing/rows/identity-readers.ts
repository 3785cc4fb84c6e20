/** Reads who a lead is from the columns that say so. */
import type { Identity } from '../../../contract/lead.ts'
import type { TextBytes } from '../../history/text-bytes.ts'
import { cellText } from '../csv/csv-tokenizer.ts'
import type { CellNote, CellReader } from './cell-readers.ts'
import { copyText } from './copy-text.ts'
import { identityFinding, identityRemark, longestPart, partText } from './read-identity.ts'
import { emailNeedsLook, linkNeedsLook } from './text-checks.ts'

/** The reader of a column that holds one part of the identity. */
export function createIdentityReader(part: keyof Identity, column: TextBytes): CellReader {
  const needsLook = NEEDS_LOOK[part]
  const longest = longestPart(part)
  const readText = (text: string, lead: number) => readPart(part, column, text, lead)
  return {
    read(record, cell, lead) {
      const start = record.starts[cell] as number
      const end = record.ends[cell] as number
      if (start === end) return null
      const size = needsLook(record.bytes, start, end) ? null : copyText(record, cell, column, lead)
      if (size === null || size.units > longest) return readText(cellText(record, cell), lead)
      if (size.bytes > 0) column.take(lead, size)
      return null
    },
    readText,
  }
}

const never = () => false
const NEEDS_LOOK = { name: never, company: never, email: emailNeedsLook, link: linkNeedsLook } as const

function readPart(part: keyof Identity, column: TextBytes, text: string, lead: number): CellNote | null {
  const value = partText(text)
  if (value === null) {
    column.setMissing(lead)
    return null
  }
  const remark = identityRemark(part, value)
  column.set(lead, remark === null ? value : null)
  if (remark) return { value: null, remark, finding: null }
  const finding = identityFinding(part, text)
  return finding && { value, remark: null, finding }
}
