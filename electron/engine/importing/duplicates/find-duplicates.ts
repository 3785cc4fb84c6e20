/**
 * Finds leads that are known already: further up in the file, or in the history. Two leads are the same when their
 * e-mail addresses are equal, or their links are, or - where neither can be compared - name and company are. What stands in
 * a cell because nothing else does (`n/a`, `https://`) is none of these.
 */
import type { Identity } from '../../../contract/lead.ts'
import { KeySet } from './key-set.ts'
import { type IdentityTexts, type LeadKey, LeadKeys, mixed, type TextsInBytes } from './lead-keys.ts'

/** An earlier lead: of the history by its id, or of this file by its row. */
export type KnownLead =
  | { readonly kind: 'lead'; readonly id: number }
  | { readonly kind: 'row'; readonly row: number }

/** How much a finder keeps in mind. */
export interface FinderOptions {
  /** Whether every earlier copy is found, where the history holds several; otherwise the newest for each key. */
  readonly everyCopy?: boolean
  readonly maxPlaces?: number
}

/** 2^23 places of twelve bytes: 100 MB, for some two million leads with address, link and name. */
const MAX_PLACES = 2 ** 23
const KEYS_PER_LEAD = 3
/** Marks the id of a lead of the history; rows have fewer bits. */
const OF_HISTORY = 2 ** 31
/** Sets the keys of older copies apart from those of leads. */
const OLDER = 0x6f6c6472
const NONE: readonly KnownLead[] = []
/** Whether a lead has an e-mail address and a link, as bits. */
const MASKS = [0, 1, 2, 3]
const HAS_EMAIL = 1
const HAS_LINK = 2

/** Knows leads, and finds which of them another one repeats. */
export class DuplicateFinder {
  readonly #keys: LeadKeys
  readonly #set: KeySet
  readonly #known = new KnownTexts()
  readonly #everyCopy: boolean
  #full = false

  /** Room is made for `expectedLeads` at once. `seed` is any number. */
  constructor(
    expectedLeads: number,
    seed: number,
    { everyCopy = false, maxPlaces = MAX_PLACES }: FinderOptions = {},
  ) {
    this.#everyCopy = everyCopy
    this.#keys = new LeadKeys(seed)
    this.#set = new KeySet(expectedLeads * KEYS_PER_LEAD, maxPlaces)
  }

  /** True once a lead could not be remembered: later ones are compared with those before it alone. */
  get full(): boolean {
    return this.#full
  }

  /** Remembers a lead of the history, or one that this import stored before it was stopped. */
  learn(lead: KnownLead, identity: Identity): void {
    this.#keys.set(this.#known.of(identity), 0)
    this.#put(lead)
  }

  /** The earlier leads that a lead is, by e-mail address, link, or name and company; mostly none. */
  find(identities: IdentityTexts, lead: number): readonly KnownLead[] {
    const { email, link, person } = this.#keys
    this.#keys.set(identities, lead)
    let found = this.#look(email, 0, null)
    found = this.#look(link, 0, found)
    if (person.present) {
      const mask = this.#mask()
      // Where both have an address, or both have a link, that decides.
      for (const other of MASKS) if ((mask & other) === 0) found = this.#look(person, other, found)
    }
    return found === null ? NONE : Array.from(found, toKnownLead)
  }

  /** Remembers the lead looked for last, in place of those found. */
  remember(row: number): void {
    this.#put({ kind: 'row', row })
  }

  /** Forgets every lead. */
  clear(): void {
    this.#set.clear()
  }

  #look({ present, low, high }: LeadKey, mask: number, found: Set<number> | null): Set<number> | null {
    if (!present) return found
    const newest = this.#set.find(low ^ mask, high)
    if (newest === 0) return found
    const all = (found ?? new Set()).add(newest)
    if (this.#everyCopy) this.#takeOlder(low ^ mask, high, newest, all)
    return all
  }

  /** Adds the older copies, and forgets them: whoever asks takes their places, so that a long row of them is walked once. */
  #takeOlder(low: number, high: number, newest: number, found: Set<number>): void {
    let older = this.#set.find(low ^ olderThan(newest), high)
    if (older === 0 || older === newest) return
    for (let copy = newest; older !== 0 && older !== copy; ) {
      found.add(older)
      copy = older
      older = this.#set.find(low ^ olderThan(copy), high)
    }
    this.#set.put(low ^ olderThan(newest), high, newest)
  }

  #put(lead: KnownLead): void {
    const value = toValue(lead)
    if (value === 0) return
    const { email, link, person } = this.#keys
    // A row of this file has taken the places of the copies before it.
    const keepOlder = this.#everyCopy && lead.kind === 'lead'
    this.#putKey(email, 0, value, keepOlder)
    this.#putKey(link, 0, value, keepOlder)
    this.#putKey(person, this.#mask(), value, keepOlder)
  }

  #putKey({ present, low, high }: LeadKey, mask: number, value: number, keepOlder: boolean): void {
    if (!present) return
    const older = keepOlder ? this.#set.find(low ^ mask, high) : 0
    const kept = older === 0 || this.#set.put(low ^ mask ^ olderThan(value), high, older)
    if (!this.#set.put(low ^ mask, high, value) || !kept) this.#full = true
  }

  #mask(): number {
    return (this.#keys.email.present ? HAS_EMAIL : 0) | (this.#keys.link.present ? HAS_LINK : 0)
  }
}

/** Turns a key into one under which the copy before this one is found; one that leads to itself is the oldest. */
function olderThan(value: number): number {
  return mixed(value ^ OLDER)
}

/** A number over 0; 0 for an id too great to be remembered. */
function toValue(lead: KnownLead): number {
  if (lead.kind === 'row') return lead.row
  return lead.id < OF_HISTORY ? lead.id + OF_HISTORY : 0
}

function toKnownLead(value: number): KnownLead {
  return value >= OF_HISTORY ? { kind: 'lead', id: value - OF_HISTORY } : { kind: 'row', row: value }
}

/** One lead's strings as bytes. */
class KnownTexts {
  readonly #texts: Record<keyof Identity, KnownText> = {
    name: new KnownText(),
    company: new KnownText(),
    email: new KnownText(),
    link: new KnownText(),
  }

  of({ name, company, email, link }: Identity): IdentityTexts {
    this.#texts.name.set(name)
    this.#texts.company.set(company)
    this.#texts.email.set(email)
    this.#texts.link.set(link)
    return this.#texts
  }
}

class KnownText implements TextsInBytes {
  bytes = Buffer.alloc(512)
  readonly starts = [0, 0]
  readonly lengths = [0]

  set(text: string | null): void {
    this.lengths[0] = text === null ? 0 : 1
    if (text === null) return
    if (text.length * 3 > this.bytes.length) this.bytes = Buffer.alloc(text.length * 3)
    this.starts[1] = this.bytes.write(text)
  }
}
