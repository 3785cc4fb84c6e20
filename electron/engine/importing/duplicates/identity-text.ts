/** Spellings of who a lead is, brought to one form so that they can be compared. Works on UTF-8 bytes: no strings. */

const SPACE = 0x20
const SLASH = 0x2f
const HASH = 0x23
const QUESTION = 0x3f
/** A longer text is compared by its beginning; links have at most 2,000 characters. */
const MAX_BYTES = 8192

const HTTP = Buffer.from('http://')
const HTTPS = Buffer.from('https://')
const WWW = Buffer.from('www.')
const LINKEDIN = Buffer.from('linkedin.com/')

/** A text in its common form, written over by the next one. */
export class IdentityText {
  readonly bytes = Buffer.alloc(MAX_BYTES)
  length = 0

  /** Any text: no case, and spaces between words alone. */
  setWords(source: Uint8Array, start: number, end: number): void {
    this.length = 0
    const plain = plainBytes(source, start, end)
    const last = plain === source ? end : plain.length
    let gap = false
    for (let at = plain === source ? start : 0; at < last && this.length < MAX_BYTES - 1; at++) {
      const byte = plain[at] as number
      if (byte <= SPACE) gap = this.length > 0
      else {
        if (gap) this.bytes[this.length++] = SPACE
        gap = false
        this.bytes[this.length++] = lowerCase(byte)
      }
    }
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
    const slash = this.bytes.indexOf(SLASH, from)
    const linkedIn = slash + 1 - LINKEDIN.length
    const onLinkedIn =
      slash > 0 && slash < this.length && linkedIn >= from && this.#beginsWith(LINKEDIN, linkedIn)
    if (onLinkedIn) from = linkedIn
    let to = this.#endAt(HASH, from, this.length)
    if (onLinkedIn) to = this.#endAt(QUESTION, from, to)
    while (to > from && this.bytes[to - 1] === SLASH) to--
    this.bytes.copyWithin(0, from, to)
    this.length = to - from
  }

  #beginsWith(text: Buffer, at: number): boolean {
    return (
      at + text.length <= this.length && this.bytes.compare(text, 0, text.length, at, at + text.length) === 0
    )
  }

  #endAt(byte: number, from: number, to: number): number {
    const at = this.bytes.indexOf(byte, from)
    return at < 0 || at > to ? to : at
  }
}

/** The bytes themselves while they are ASCII; else those of the text in lower case and one Unicode form. */
function plainBytes(source: Uint8Array, start: number, end: number): Uint8Array {
  for (let at = start; at < end; at++) {
    if ((source[at] as number) < 0x80) continue
    const text = Buffer.from(source.buffer, source.byteOffset + start, end - start).toString('utf8')
    return Buffer.from(text.normalize('NFKC').toLowerCase())
  }
  return source
}

function lowerCase(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte
}
