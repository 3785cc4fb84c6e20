/** Which number format each style of a workbook has. */

import { type NumberFormat, numberFormat } from './number-format.ts'
import type { Archive } from './open-archive.ts'
import { parseXml } from './parse-xml.ts'

/** The number formats of the cell styles, by the number a cell names. */
export async function readStyles(archive: Archive, part: string | null): Promise<NumberFormat[]> {
  const codes = new Map<number, string>()
  const ids: number[] = []
  let inCellStyles = false
  const pieces = part === null ? null : archive.read(part)
  if (!pieces) return []
  await parseXml(await pieces, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      else if (name === 'cellXfs') inCellStyles = true
      else if (name === 'xf' && inCellStyles) ids.push(Number(attributes.numFmtId ?? 0))
    },
    text: () => {},
    close(name) {
      if (name === 'cellXfs') inCellStyles = false
    },
  })
  return ids.map((id) => numberFormat(id, codes))
}
