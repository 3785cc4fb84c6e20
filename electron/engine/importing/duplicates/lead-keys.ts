/** What a lead is recognised by: 64-bit hashes of its e-mail address, its link, and its name with its company. */
import type { Identity } from '../../../contract/lead.ts'
import { IdentityText } from './identity-text.ts'

/** Texts of a kind are hashed apart from those of another kind. */
const EMAIL = 0x6d61696c
const LINK = 0x6c696e6b
const PERSON = 0x6e616d65
/** Stands between name and company; no text in its common form holds it. */
const BETWEEN = 0x1f

/** Texts as UTF-8, one behind the other: that of lead `i` is `bytes[starts[i]]` to `bytes[starts[i + 1]]`. */
export interface TextsInBytes {
  readonly bytes: Uint8Array
  readonly starts: ArrayLike<number>
  /** 0 for a missing text. */
  readonly lengths: ArrayLike<number>
}

/** Who leads are, part by part. */
export type IdentityTexts = Readonly<Record<keyof Identity, TextsInBytes>>

/** One key; `low` and `high` mean nothing while `present` is false. */
export interface LeadKey {
  present: boolean
  low: number
  high: number
}

/** The keys of one lead, written over by the next one. */
export class LeadKeys {
  readonly email: LeadKey = { present: false, low: 0, high: 0 }
  readonly link: LeadKey = { present: false, low: 0, high: 0 }
  readonly person: LeadKey = { present: false, low: 0, high: 0 }
  readonly #text = new IdentityText()
  readonly #seed: number
  #low = 0
  #high = 0

  /** The seed keeps a file from being made so that its keys collide. */
  constructor(seed: number) {
    this.#seed = seed
  }

  /** Sets the keys of one of these leads. What could stand in anybody's cell makes no key. */
  set({ name, company, email, link }: IdentityTexts, lead: number): void {
    this.email.present = this.#readWords(email, lead) && this.#text.isAddress
    if (this.email.present) {
      this.#begin(EMAIL)
      this.#addText()
      this.#endInto(this.email)
    }
    this.link.present = this.#readLink(link, lead) && this.#text.isOfSomebody
    if (this.link.present) {
      this.#begin(LINK)
      this.#addText()
      this.#endInto(this.link)
    }
    this.person.present = this.#setPerson(name, company, lead)
  }

  /** A name alone is shared by too many. */
  #setPerson(name: TextsInBytes, company: TextsInBytes, lead: number): boolean {
    this.#begin(PERSON)
    if (!this.#readWords(name, lead) || !this.#text.saysSomething) return false
    this.#addText()
    this.#addWord(BETWEEN)
    if (!this.#readWords(company, lead) || !this.#text.saysSomething) return false
    this.#addText()
    this.#endInto(this.person)
    return true
  }

  /** Brings a text to its common form; false when it is missing. */
  #readWords(texts: TextsInBytes, lead: number): boolean {
    if (texts.lengths[lead] === 0) return false
    this.#text.setWords(texts.bytes, texts.starts[lead] as number, texts.starts[lead + 1] as number)
    return true
  }

  #readLink(links: TextsInBytes, lead: number): boolean {
    if (links.lengths[lead] === 0) return false
    this.#text.setLink(links.bytes, links.starts[lead] as number, links.starts[lead + 1] as number)
    return true
  }

  #begin(kind: number): void {
    this.#low = this.#seed ^ kind
    this.#high = Math.imul(this.#seed, 0x9e3779b1) ^ kind
  }

  #addText(): void {
    for (const word of this.#text.words) this.#addWord(word)
  }

  #addWord(word: number): void {
    const low = Math.imul(this.#low ^ word, 0x9e3779b1)
    const high = Math.imul(this.#high ^ word, 0x5f356495)
    this.#low = low ^ (low >>> 15)
    this.#high = high ^ (high >>> 13)
  }

  #endInto(key: LeadKey): void {
    const low = mixed(this.#low ^ (this.#high >>> 15))
    key.low = low
    key.high = mixed(this.#high ^ Math.imul(low, 0x85ebca6b))
  }
}

/** MurmurHash3's last step: every bit in has a say in every bit out. */
export function mixed(bits: number): number {
  let hash = bits
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
