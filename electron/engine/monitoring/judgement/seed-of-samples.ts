/**
 * A seed made from data: the same arrays give the same seed, others almost surely another.
 *
 * Order within an array counts, so pass sorted values or counts. -0 and 0 differ here; pooled values hold no -0.
 * Source: Austin Appleby's MurmurHash3, over 32-bit words.
 */
export function seedOfSamples(...arrays: readonly (Float64Array | Uint32Array)[]): number {
  let hash = 0
  for (const array of arrays) {
    hash = mixIn(hash, array.length)
    const words = new Uint32Array(array.buffer, array.byteOffset, array.byteLength / 4)
    for (const word of words) hash = mixIn(hash, word)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

function mixIn(hash: number, word: number): number {
  const product = Math.imul(word, 0xcc9e2d51)
  const mixed = hash ^ Math.imul((product << 15) | (product >>> 17), 0x1b873593)
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0
}
