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

const WORD_BYTES = 4

/** Byte strings and their numbers: 0 for the first, then on. */
export class ByteDictionary {
  /** Number of the entry plus one, 0 for none. */
  readonly #slots = new Uint16Array(SLOTS)
  #hashes = new Int32Array(64)
  #starts = new Int32Array(64)
  #arena = new Uint8Array(1024)
  #arenaView = new DataView(this.#arena.buffer)
  /** The bytes that were looked at last, which are nearly always those that come next. */
  #looked: Uint8Array = this.#arena
  #view: DataView = this.#arenaView
  #count = 0
  /** Where the search that found nothing ended, for `add`. */
  #freeSlot = -1
  #missedHash = 0

  /** The number of `bytes[start, end)`, -1 when it has none. */
  find(bytes: Uint8Array, start: number, end: number): number {
    this.#freeSlot = -1
    if (end - start > MAX_KEY_BYTES) return -1
    if (bytes !== this.#looked) this.#lookAt(bytes)
    const hash = hashBytes(bytes, this.#view, start, end)
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
    const [arena, arenaView, view] = [this.#arena, this.#arenaView, this.#view]
    let offset = 0
    for (; offset <= length - WORD_BYTES; offset += WORD_BYTES) {
      if (arenaView.getInt32(from + offset, true) !== view.getInt32(start + offset, true)) return false
    }
    for (; offset < length; offset++) {
      if (arena[from + offset] !== bytes[start + offset]) return false
    }
    return true
  }

  #lookAt(bytes: Uint8Array): void {
    this.#looked = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  #reserve(arenaBytes: number): void {
    if (arenaBytes > this.#arena.length) {
      const grown = new Uint8Array(Math.min(ARENA_BYTES, Math.max(arenaBytes, this.#arena.length * 2)))
      grown.set(this.#arena)
      this.#arena = grown
      this.#arenaView = new DataView(grown.buffer)
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

/** MurmurHash3, 32 bits (Appleby): four bytes at a time, and the low bits depend on all of them. */
function hashBytes(bytes: Uint8Array, view: DataView, start: number, end: number): number {
  let hash = 0
  let position = start
  for (; position <= end - WORD_BYTES; position += WORD_BYTES) {
    hash ^= scramble(view.getInt32(position, true))
    hash = (Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64) | 0
  }
  let rest = 0
  for (let byte = end - 1; byte >= position; byte--) rest = (rest << 8) | (bytes[byte] as number)
  hash ^= scramble(rest) ^ (end - start)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

function scramble(word: number): number {
  const mixed = Math.imul(word, 0xcc9e2d51)
  return Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593)
}
