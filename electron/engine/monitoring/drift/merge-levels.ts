/** Categories of two samples counted over the same levels. */
import type { CategorySamples } from '../judgement/field-samples.ts'
import type { SampleColumn } from '../windows/lead-sample.ts'

type Categories = Extract<SampleColumn, { kind: 'category' }>

/** Counts of each level that either sample holds; the samples may have codes of their own. */
export function mergeLevels(name: string, baseline: Categories, window: Categories): CategorySamples {
  const before = countCodes(baseline)
  const now = countCodes(window)
  const levels: string[] = []
  const places = new Map<string, number>()
  const [reference, current]: [number[], number[]] = [[], []]
  const add = (counts: Uint32Array, names: readonly string[], into: number[]) => {
    for (let code = 1; code < counts.length; code += 1) {
      const count = counts[code] as number
      const level = names[code] ?? ''
      if (count === 0) continue
      const place = places.get(level) ?? levels.push(level) - 1
      places.set(level, place)
      into[place] = (into[place] ?? 0) + count
    }
  }
  add(before, baseline.levels, reference)
  add(now, window.levels, current)
  const counts = (of: readonly number[]) => Uint32Array.from(levels, (_, place) => of[place] ?? 0)
  return {
    kind: 'category',
    name,
    levels,
    reference: counts(reference),
    window: counts(current),
    missing: { reference: before[0] ?? 0, window: now[0] ?? 0 },
  }
}

/** Rows of each code; 0 is missing. */
function countCodes({ codes, levels }: Categories): Uint32Array {
  const counts = new Uint32Array(Math.max(levels.length, 1))
  for (let i = 0; i < codes.length; i += 1) {
    const code = codes[i] as number
    counts[code] = (counts[code] as number) + 1
  }
  return counts
}
