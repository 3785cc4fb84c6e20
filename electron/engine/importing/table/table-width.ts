/** How many columns a table has. */
import type { SampleRecord } from './sample-records.ts'

/** The number of cells that most records have, wider ones counting for more: lines above and below a table are narrow. */
export function tableWidth(records: readonly SampleRecord[]): number {
  const counts = new Map<number, number>()
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  let width = 1
  let best = 0
  for (const [cells, count] of counts) {
    const weight = (cells - 1) * count
    if (weight > best) {
      best = weight
      width = cells
    }
  }
  return width
}
