/**
 * Random numbers, uniform in [0, 1) with 32 bits, the same for the same seed and stream.
 *
 * `seed` and `stream` are taken as 32-bit integers; streams of one seed are independent. Not for secrets.
 * Source: Chris Doty-Humphrey's sfc32 (PractRand): small, fast, and it passes the usual batteries.
 */
export function seededRandom(seed: number, stream = 0): () => number {
  let [a, b, c, counter] = [seed | 0, stream | 0, 0x9e3779b9 | 0, 1]
  const next = () => {
    const t = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return (t >>> 0) / 0x1_0000_0000
  }
  for (let warmUp = 0; warmUp < 15; warmUp++) next()
  return next
}
