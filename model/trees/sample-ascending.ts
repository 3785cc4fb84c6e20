/**
 * Draws a share of the numbers 0 to `population - 1` without replacement, each set as likely as any other, ascending.
 * At least one; all of them, without drawing, when the share is 1. `random` is uniform in [0, 1).
 * Source: Knuth, The Art of Computer Programming, volume 2, section 3.4.2, algorithm S.
 */
export function sampleAscending(population: number, share: number, random: () => number): Uint32Array {
  if (share >= 1) return Uint32Array.from({ length: population }, (_, i) => i)
  const sample = new Uint32Array(Math.max(1, Math.floor(population * share)))
  let taken = 0
  for (let i = 0; taken < sample.length; i += 1) {
    if (random() * (population - i) >= sample.length - taken) continue
    sample[taken] = i
    taken += 1
  }
  return sample
}
