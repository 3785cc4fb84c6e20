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

  /** Sets the keys of one of these leads. */
  set({ name, company, email, link }: IdentityTexts, lead: number): void {
    this.email.present = has(email, lead)
    if (this.email.present) {
      this.#begin(EMAIL)
      this.#addWords(email, lead)
      this.#endInto(this.email)
    }
    this.link.present = has(link, lead)
    if (this.link.present) {
      this.#begin(LINK)
      this.#text.setLink(link.bytes, startOf(link, lead), endOf(link, lead))
      this.#addText()
      this.#endInto(this.link)
    }
    // A name alone is shared by too many.
    this.person.present = has(name, lead) && has(company, lead)
    if (this.person.present) {
      this.#begin(PERSON)
      this.#addWords(name, lead)
      this.#addWord(BETWEEN)
      this.#addWords(company, lead)
      this.#endInto(this.person)
    }
  }

  #addWords(texts: TextsInBytes, lead: number): void {
    this.#text.setWords(texts.bytes, startOf(texts, lead), endOf(texts, lead))
    this.#addText()
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

function has(texts: TextsInBytes, lead: number): boolean {
  return texts.lengths[lead] !== 0
}

function startOf(texts: TextsInBytes, lead: number): number {
  return texts.starts[lead] as number
}

function endOf(texts: TextsInBytes, lead: number): number {
  return texts.starts[lead + 1] as number
}
