/**
 * Numbers short byte strings, so that what a value that occurs a million times means is worked out once. Bounded: a
 * column without repetition fills it and is then read value by value.
 */

const SLOTS = 1 << 14
/** Half of the slots, so that a search ends soon. */
const MAX_ENTRIES = SLOTS / 2
const MAX_KEY_BYTES = 256
const ARENA_BYTES = 1 << 19
/** Looked at before giving up: bytes made to collide cost no more than others. */
const MAX_PROBES = 16

/** Byte strings and their numbers: 0 for the first, then on. */
export class ByteDictionary {
  /** Number of the entry plus one, 0 for none. */
  readonly #slots = new Uint16Array(SLOTS)
  #hashes = new Int32Array(64)
  #starts = new Int32Array(64)
  #arena = new Uint8Array(1024)
  #count = 0
  /** Where the search that found nothing ended, for `add`. */
  #freeSlot = -1
  #missedHash = 0

  /** The number of `bytes[start, end)`, -1 when it has none. */
  find(bytes: Uint8Array, start: number, end: number): number {
    this.#freeSlot = -1
    if (end - start > MAX_KEY_BYTES) return -1
    const hash = hashBytes(bytes, start, end)
    const hashes = this.#hashes
    let slot = hash & (SLOTS - 1)
    for (let probe = 0; probe < MAX_PROBES; probe++) {
      const index = (this.#slots[slot] as number) - 1
      if (index < 0) {
        this.#freeSlot = slot
        this.#missedHash = hash
        return -1
      }
      if (hashes[index] === hash && this.#matches(index, bytes, start, end)) return index
      slot = (slot + 1) & (SLOTS - 1)
    }
    return -1
  }

  /** Numbers the bytes that `find` has just not found; -1 when there is no room for them. */
  add(bytes: Uint8Array, start: number, end: number): number {
    const slot = this.#freeSlot
    const index = this.#count
    const from = this.#starts[index] as number
    const to = from + end - start
    if (slot < 0 || index === MAX_ENTRIES || to > ARENA_BYTES) return -1
    this.#reserve(to)
    this.#arena.set(bytes.subarray(start, end), from)
    this.#starts[index + 1] = to
    this.#hashes[index] = this.#missedHash
    this.#slots[slot] = index + 1
    this.#freeSlot = -1
    this.#count++
    return index
  }

  #matches(index: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.#starts[index] as number
    const length = end - start
    if ((this.#starts[index + 1] as number) - from !== length) return false
    const arena = this.#arena
    for (let offset = 0; offset < length; offset++) {
      if (arena[from + offset] !== bytes[start + offset]) return false
    }
    return true
  }

  #reserve(arenaBytes: number): void {
    if (arenaBytes > this.#arena.length) {
      const grown = new Uint8Array(Math.min(ARENA_BYTES, Math.max(arenaBytes, this.#arena.length * 2)))
      grown.set(this.#arena)
      this.#arena = grown
    }
    if (this.#count + 2 > this.#starts.length) {
      this.#starts = twice(this.#starts)
      this.#hashes = twice(this.#hashes)
    }
  }
}

function twice(values: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(values.length * 2)
  grown.set(values)
  return grown
}

/** FNV-1a, 32 bits, folded so that the low bits depend on all bytes. */
function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let position = start; position < end; position++) {
    hash = Math.imul(hash ^ (bytes[position] as number), 0x01000193)
  }
  return hash ^ (hash >>> 15)
}
