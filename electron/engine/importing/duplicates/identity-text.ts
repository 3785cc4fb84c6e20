/** Spellings of who a lead is, brought to one form so that they can be compared. Works on UTF-8 bytes: hardly any strings. */
import { meansMissing } from '../../../../model/bundle/read-field.ts'

const SPACE = 0x20
const DOT = 0x2e
const SLASH = 0x2f
const HASH = 0x23
const QUESTION = 0x3f
const AT = 0x40
const NOT_ASCII = 0x80
/** The first of the two bytes of U+00C0 to U+00FF. None of these letters has another Unicode form of its own. */
const LATIN_LETTER = 0xc3
/** A longer text is compared by its beginning; links have at most 2,000 characters. */
const MAX_BYTES = 8192
/** A step of the loop adds three bytes at most. */
const FULL = MAX_BYTES - 3

const HTTP = Buffer.from('http://')
const HTTPS = Buffer.from('https://')
const WWW = Buffer.from('www.')
const LINKEDIN = Buffer.from('linkedin.com/')

/** No word for "nothing here" is longer. */
const MISSING_BYTES = 4
/** Beyond ASCII there are dashes and points, too. */
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u

/** A text in its common form, written over by the next one. */
export class IdentityText {
  readonly #words = new Int32Array(MAX_BYTES / 4)
  readonly bytes = Buffer.from(this.#words.buffer)
  length = 0
  /** Where the part of a link begins that says who it is. */
  #ownPart = 0

  /** The text four bytes at a time, filled up with zeros, which no text holds. */
  get words(): Int32Array {
    const end = (this.length + 3) >>> 2
    this.bytes.fill(0, this.length, end * 4)
    return this.#words.subarray(0, end)
  }

  /** Whether it says anything: a dash or `n/a` does not, and stands in the cells of many. */
  get saysSomething(): boolean {
    const { bytes, length } = this
    if (length <= MISSING_BYTES && meansMissing(bytes.toString('latin1', 0, length))) return false
    let plain = true
    for (let at = 0; at < length; at++) {
      const byte = bytes[at] as number
      if (isLetterOrDigit(byte)) return true
      if (byte >= NOT_ASCII) plain = false
    }
    return !plain && LETTER_OR_DIGIT.test(bytes.toString('utf8', 0, length))
  }

  /** Whether it could be an e-mail address. */
  get isAddress(): boolean {
    const at = this.#indexOf(AT, 0, this.length)
    return at > 0 && at < this.length - 1
  }

  /** Of a link: whether it leads to somebody, and not to a site, or to the place where LinkedIn's profiles are. */
  get isOfSomebody(): boolean {
    return this.#ownPart < this.length
  }

  /** Any text: no case, one Unicode form, and spaces between words alone. */
  setWords(source: Uint8Array, start: number, end: number): void {
    if (this.#set(source, start, end, false)) return
    const text = Buffer.from(source.buffer, source.byteOffset + start, end - start).toString('utf8')
    const plain = Buffer.from(text.normalize('NFKC').toLowerCase())
    this.#set(plain, 0, plain.length, true)
  }

  /**
   * ASCII and the letters of Western Europe are brought to the common form byte by byte, in a fifth of the time that
   * strings take. At any other character it gives up, unless the text has that form but for its spaces.
   */
  #set(source: Uint8Array, start: number, end: number, isPlain: boolean): boolean {
    const { bytes } = this
    let length = 0
    let gap = false
    for (let at = start; at < end && length < FULL; at++) {
      const byte = source[at] as number
      if (byte <= SPACE) {
        gap = length > 0
        continue
      }
      if (gap) bytes[length++] = SPACE
      gap = false
      if (byte < NOT_ASCII) bytes[length++] = lowerCase(byte)
      else if (byte === LATIN_LETTER) {
        bytes[length++] = byte
        bytes[length++] = lowerCaseLatin(source[++at] as number)
      } else if (isPlain) bytes[length++] = byte
      else return false
    }
    this.length = length
    return true
  }

  /**
   * A link: no case, scheme, `www.`, fragment and last slash. LinkedIn's pages are the same in every country's
   * subdomain, and what follows a question mark there says only where the link was found.
   */
  setLink(source: Uint8Array, start: number, end: number): void {
    this.setWords(source, start, end)
    let from = 0
    if (this.#beginsWith(HTTPS, 0)) from = HTTPS.length
    else if (this.#beginsWith(HTTP, 0)) from = HTTP.length
    if (this.#beginsWith(WWW, from)) from += WWW.length
    const linkedIn = this.#indexOf(SLASH, from, this.length) + 1 - LINKEDIN.length
    const isHost = linkedIn === from || (linkedIn > from && this.bytes[linkedIn - 1] === DOT)
    const onLinkedIn = isHost && this.#beginsWith(LINKEDIN, linkedIn)
    if (onLinkedIn) from = linkedIn
    let to = this.#indexOf(HASH, from, this.length)
    if (onLinkedIn) to = this.#indexOf(QUESTION, from, to)
    while (to > from && this.bytes[to - 1] === SLASH) to--
    this.bytes.copyWithin(0, from, to)
    this.length = to - from
    const path = Math.min(this.#indexOf(SLASH, 0, this.length), this.#indexOf(QUESTION, 0, this.length))
    this.#ownPart = onLinkedIn ? this.#indexOf(SLASH, path + 1, this.length) : path
  }

  #beginsWith(text: Buffer, at: number): boolean {
    if (at + text.length > this.length) return false
    for (let i = 0; i < text.length; i++) if (this.bytes[at + i] !== text[i]) return false
    return true
  }

  /** Where a byte is, or `to` when it is nowhere before. */
  #indexOf(byte: number, from: number, to: number): number {
    let at = from
    while (at < to && this.bytes[at] !== byte) at++
    return at
  }
}

function isLetterOrDigit(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x30 && byte <= 0x39)
}

function lowerCase(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte
}

/** The second byte of a Latin letter: those up to U+00DE are capitals, but for the sign of multiplication. */
function lowerCaseLatin(byte: number): number {
  return byte <= 0x9e && byte !== 0x97 ? byte + 0x20 : byte
}
