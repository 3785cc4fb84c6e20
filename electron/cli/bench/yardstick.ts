/** How fast the machine is, by something everybody has: csv-parse reading a file and doing nothing with it. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { parse } from 'csv-parse'
import { median } from '../../../model/statistics/median.ts'

/**
 * Megabytes a second that csv-parse reads of the file, in pieces of 64 KB, median of `repeats`. Rows a second of two
 * machines can be compared only together with theirs.
 */
export async function yardstickMbPerSecond(file: string, repeats: number): Promise<number> {
  const { size } = await stat(file)
  const rates = new Float64Array(repeats)
  for (let repeat = 0; repeat < repeats; repeat++) {
    const began = performance.now()
    let rows = 0
    for await (const _ of createReadStream(file).pipe(parse({ bom: true }))) rows++
    if (rows === 0) throw new Error(`${file} holds no rows`)
    rates[repeat] = size / 1e3 / (performance.now() - began)
  }
  return median(rates)
}
