/** Numbers with names, such as 0 poor, 1 possible, 2 good, counted as categories. */
import type { CategorySamples, NumberSamples } from '../judgement/field-samples.ts'

/** How many rows hold each number, under the number as text. */
export function countLevels({ name, reference, window, missing }: NumberSamples): CategorySamples {
  const places = new Map<number, number>()
  for (const sample of [reference, window]) {
    for (const value of sample) if (!places.has(value)) places.set(value, places.size)
  }
  const count = (sample: Float64Array) => {
    const counts = new Uint32Array(places.size)
    for (const value of sample) {
      const place = places.get(value) ?? 0
      counts[place] = (counts[place] ?? 0) + 1
    }
    return counts
  }
  return {
    kind: 'category',
    name,
    levels: [...places.keys()].map(String),
    reference: count(reference),
    window: count(window),
    missing,
  }
}
