/**
 * Remembers what was made of short byte strings, so that a value that occurs a million times is decoded and checked
 * once. Bounded: a column without repetition fills it and is then read cell by cell.
 */

const SLOTS = 1 << 14
/** Half of the slots, so that a search ends soon. */
const MAX_ENTRIES = SLOTS / 2
const MAX_KEY_BYTES = 256
const ARENA_BYTES = 1 << 19
/** Looked at before giving up: bytes made to collide cost no more than others. */
const MAX_PROBES = 16

/** A map from bytes to what `make` made of them. */
export class ByteDictionary<T> {
  /** Index of the entry plus one, 0 for none. */
  readonly #slots = new Uint16Array(SLOTS)
  readonly #hashes = new Int32Array(MAX_ENTRIES)
  readonly #starts = new Int32Array(MAX_ENTRIES + 1)
  readonly #entries: T[] = []
  readonly #isWorthKeeping: (made: T) => boolean
  #arena = new Uint8Array(4096)

  constructor(isWorthKeeping: (made: T) => boolean = () => true) {
    this.#isWorthKeeping = isWorthKeeping
  }

  /** What is known about `bytes[start, end)`; made, and remembered if there is room, when they are met first. */
  get(bytes: Uint8Array, start: number, end: number, make: () => T): T {
    const length = end - start
    if (length > MAX_KEY_BYTES) return make()
    const hash = hashBytes(bytes, start, end)
    let slot = hash & (SLOTS - 1)
    for (let probe = 0; probe < MAX_PROBES; probe++) {
      const index = (this.#slots[slot] as number) - 1
      if (index < 0) return this.#remember(slot, hash, bytes, start, end, make())
      if (this.#hashes[index] === hash && this.#matches(index, bytes, start, length))
        return this.#entries[index] as T
      slot = (slot + 1) & (SLOTS - 1)
    }
    return make()
  }

  #matches(index: number, bytes: Uint8Array, start: number, length: number): boolean {
    const from = this.#starts[index] as number
    if ((this.#starts[index + 1] as number) - from !== length) return false
    const arena = this.#arena
    for (let offset = 0; offset < length; offset++) {
      if (arena[from + offset] !== bytes[start + offset]) return false
    }
    return true
  }

  #remember(slot: number, hash: number, bytes: Uint8Array, start: number, end: number, made: T): T {
    const index = this.#entries.length
    const from = this.#starts[index] as number
    const to = from + end - start
    if (index === MAX_ENTRIES || to > ARENA_BYTES || !this.#isWorthKeeping(made)) return made
    if (to > this.#arena.length) {
      const grown = new Uint8Array(Math.min(ARENA_BYTES, Math.max(to, this.#arena.length * 2)))
      grown.set(this.#arena)
      this.#arena = grown
    }
    this.#arena.set(bytes.subarray(start, end), from)
    this.#starts[index + 1] = to
    this.#hashes[index] = hash
    this.#slots[slot] = index + 1
    this.#entries.push(made)
    return made
  }
}

/** FNV-1a, 32 bits, folded so that the low bits depend on all bytes. */
function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let position = start; position < end; position++) {
    hash = Math.imul(hash ^ (bytes[position] as number), 0x01000193)
  }
  return hash ^ (hash >>> 15)
}
