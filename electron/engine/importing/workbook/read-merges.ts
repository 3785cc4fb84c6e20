/** Which cells of a sheet are merged: the value of the first counts for those below it, too. */
import { columnOf } from './read-sheet.ts'

/** A column in which rows `first` to `last` share one value. */
export interface MergedColumn {
  readonly column: number
  readonly first: number
  readonly last: number
}

/** Merged areas stand behind the cells, so they are looked for before these are read. */
const END_OF_CELLS = /<\/(?:\w+:)?sheetData>|<(?:\w+:)?sheetData\s*\/>/
const MERGED = /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+)(\d+):[A-Z]+(\d+)"/g
const OVERLAP = 64
/** A list has some thousand merged areas at most. */
const MAX_BEHIND = 4 * 1024 ** 2

/** The areas of a sheet that reach over more than one row, by their first column. */
export async function readMerges(
  pieces: AsyncIterable<Buffer>,
  goOn: () => boolean,
): Promise<MergedColumn[]> {
  const behind = await textBehindCells(pieces, goOn)
  const merges: MergedColumn[] = []
  for (const [, column = '', first, last] of behind.matchAll(MERGED)) {
    const merge = { column: columnOf(column), first: Number(first), last: Number(last) }
    if (merge.last > merge.first) merges.push(merge)
  }
  return merges.sort((a, b) => a.first - b.first)
}

async function textBehindCells(pieces: AsyncIterable<Buffer>, goOn: () => boolean): Promise<string> {
  let text = ''
  let found = false
  for await (const piece of pieces) {
    if (!goOn()) return ''
    text += piece.toString('latin1')
    if (!found) {
      const end = END_OF_CELLS.exec(text)
      found = end !== null
      text = end ? text.slice(end.index) : text.slice(-OVERLAP)
    }
    if (text.length > MAX_BEHIND) return text
  }
  return found ? text : ''
}
