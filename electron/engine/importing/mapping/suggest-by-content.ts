/** Suggests what columns without names hold, where the cells themselves leave no doubt. */
import { NO_TARGET, type SuggestedColumn } from './suggest-mapping.ts'

const EMAIL = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;.]{2,}$/
const LINK = /^https?:\/\/\S+$/i
/** Share of the filled cells that must look like it. */
const SURE = 0.8

/** E-mail addresses and profile links are told by looking; everything else a person has to say. */
export function suggestByContent(
  columnCount: number,
  rows: readonly (readonly string[])[],
): SuggestedColumn[] {
  const columns: SuggestedColumn[] = Array.from({ length: columnCount }, () => NO_TARGET)
  for (const [name, pattern] of [
    ['email', EMAIL],
    ['link', LINK],
  ] as const) {
    const found = columns.flatMap((_, column) => (holdsMostly(rows, column, pattern) ? [column] : []))
    const [only, another] = found
    if (only !== undefined && another === undefined) {
      columns[only] = { target: { kind: 'identity', name }, matched: 'likeness' }
    }
  }
  return columns
}

function holdsMostly(rows: readonly (readonly string[])[], column: number, pattern: RegExp): boolean {
  const texts = rows.flatMap((row) => (row[column] ?? '').trim() || [])
  return texts.length > 0 && texts.filter((text) => pattern.test(text)).length >= SURE * texts.length
}
