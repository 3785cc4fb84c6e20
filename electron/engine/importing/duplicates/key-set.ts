/**
 * Remembers which lead each of many 64-bit keys belongs to, in flat memory: twelve bytes a place. (A `Map` takes a
 * hundred.) Keys are hashes; that two leads share one by chance happens less than once in 100,000 imports of a million.
 */

/** Share of the places that may be taken: a fuller table is searched too long. */
const MAX_LOAD = 0.75
const SMALLEST = 1 << 10
/** Numbers to a place: the key's two halves and the value. 0 is no value. */
const WIDTH = 3

/** A flat table from 64-bit keys to numbers. */
export class KeySet {
  #places: Uint32Array<ArrayBuffer>
  #mask: number
  #count = 0
  readonly #maxPlaces: number

  /** `expected` keys fit without growing; `maxPlaces`, a power of two, bounds the memory. */
  constructor(expected: number, maxPlaces: number) {
    this.#maxPlaces = maxPlaces
    let places = Math.min(SMALLEST, maxPlaces)
    while (places * MAX_LOAD < expected && places < maxPlaces) places *= 2
    this.#places = new Uint32Array(places * WIDTH)
    this.#mask = places - 1
  }

  /** Forgets all keys and gives their memory back now, not whenever it would be swept. */
  clear(): void {
    this.#places.buffer.transfer(0)
    const places = Math.min(SMALLEST, this.#maxPlaces)
    this.#places = new Uint32Array(places * WIDTH)
    this.#mask = places - 1
    this.#count = 0
  }

  /** Keys held. */
  get count(): number {
    return this.#count
  }

  /** The value of a key, 0 when it has none. */
  find(low: number, high: number): number {
    return this.#places[this.#placeOf(low, high) + 2] as number
  }

  /** Gives a key its value, in place of an earlier one. False when there is no room for a key that is new. */
  put(low: number, high: number, value: number): boolean {
    let place = this.#placeOf(low, high)
    if (this.#places[place + 2] === 0) {
      if (this.#count >= (this.#mask + 1) * MAX_LOAD) {
        if (this.#mask + 1 >= this.#maxPlaces) return false
        this.#grow()
        place = this.#placeOf(low, high)
      }
      this.#count++
      this.#places[place] = low
      this.#places[place + 1] = high
    }
    this.#places[place + 2] = value
    return true
  }

  /** Where a key is, or the empty place where it would go. */
  #placeOf(low: number, high: number): number {
    const places = this.#places
    const mask = this.#mask
    const wantedLow = low >>> 0
    const wantedHigh = high >>> 0
    let place = low & mask
    for (;;) {
      const at = place * WIDTH
      if (places[at + 2] === 0) return at
      if (places[at] === wantedLow && places[at + 1] === wantedHigh) return at
      place = (place + 1) & mask
    }
  }

  #grow(): void {
    const before = this.#places
    this.#mask = this.#mask * 2 + 1
    this.#places = new Uint32Array(before.length * 2)
    for (let at = 0; at < before.length; at += WIDTH) {
      if (before[at + 2] === 0) continue
      const low = before[at] as number
      const high = before[at + 1] as number
      const place = this.#placeOf(low, high)
      this.#places[place] = low
      this.#places[place + 1] = high
      this.#places[place + 2] = before[at + 2] as number
    }
  }
}
