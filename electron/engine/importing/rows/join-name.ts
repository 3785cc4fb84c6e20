/** A full name from the columns of first and last name. */
import type { TextBytes, TextSize } from '../../history/text-bytes.ts'
import { SPACE } from '../csv/ascii.ts'
import type { CsvRecord } from '../csv/csv-tokenizer.ts'
import type { CellNote } from './cell-readers.ts'
import { copyText } from './copy-text.ts'
import { identityFinding, identityRemark, longestPart, partText } from './read-identity.ts'

/** Joins two cells as bytes; false when a part needs a look at its characters, and nothing was written. */
export function copyJoinedName(
  record: CsvRecord,
  [first, last]: readonly [number, number],
  name: TextBytes,
  lead: number,
): boolean {
  const firstSize = copyPart(record, first, name, lead, 0)
  if (firstSize === null) return false
  const { bytes, units, codePoints, parts } = firstSize
  const gap = bytes > 0 ? 1 : 0
  const lastSize = copyPart(record, last, name, lead, bytes + gap)
  if (lastSize === null) return false
  if (bytes + lastSize.bytes === 0) return true
  const between = lastSize.bytes > 0 ? gap : 0
  if (between > 0) name.bytes[(name.starts[lead] as number) + bytes] = SPACE
  const joined = {
    bytes: bytes + between + lastSize.bytes,
    units: units + between + lastSize.units,
    codePoints: codePoints + between + lastSize.codePoints,
    parts: parts + lastSize.parts,
  }
  if (joined.units > longestPart('name')) return false
  name.take(lead, joined)
  return true
}

const NOTHING: TextSize = { bytes: 0, units: 0, codePoints: 0, parts: 0 }

function copyPart(
  record: CsvRecord,
  cell: number,
  name: TextBytes,
  lead: number,
  after: number,
): TextSize | null {
  return cell < 0 || cell >= record.cellCount ? NOTHING : copyText(record, cell, name, lead, after)
}

/** A name with what is to be said about it, the note of each cell at the place of its text. */
export interface JoinedName {
  readonly name: string | null
  readonly notes: readonly (CellNote | null)[]
}

/** The same by strings: what two texts mean as a name. */
export function joinName(texts: readonly string[]): JoinedName {
  const notes: (CellNote | null)[] = []
  const parts: string[] = []
  for (const text of texts) {
    const part = partText(text)
    const remark = part === null ? null : identityRemark('name', part)
    const finding = part === null || remark ? null : identityFinding('name', text)
    notes.push(remark || finding ? { value: remark ? null : part, remark, finding } : null)
    if (part !== null && !remark) parts.push(part)
  }
  const name = parts.join(' ')
  const tooLong = identityRemark('name', name)
  if (tooLong) return { name: null, notes: [{ value: null, remark: tooLong, finding: null }] }
  return { name: name === '' ? null : name, notes }
}
