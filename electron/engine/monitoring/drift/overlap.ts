/** Leads that two imports have in common. */
import type { DriftReport } from '../../../contract/drift.ts'
import type { Identity } from '../../../contract/lead.ts'
import type { ReadHandle } from '../../history/connection.ts'
import { TextBytes } from '../../history/text-bytes.ts'
import { KeySet } from '../../importing/duplicates/key-set.ts'
import { type LeadKey, LeadKeys } from '../../importing/duplicates/lead-keys.ts'
import { counted } from '../../sentences/counted.ts'
import { shareWords } from './value-words.ts'

/** Any number does: keys are compared within one call. */
const SEED = 0x51ed270b
const MOST_PLACES = 2 ** 26
const PARTS = ['name', 'company', 'email', 'link'] as const

type Row = readonly [name: string | null, company: string | null, email: string | null, link: string | null]

/**
 * How many leads of `batch` are also in `other`: by e-mail, by link, or by name and company. Leads whose place a newer one
 * took count too: otherwise an import that updates another would have nothing in common with it. null when cancelled.
 */
export function findOverlap(
  db: ReadHandle,
  batch: number,
  other: number,
  otherName: string,
  cancelled: () => boolean,
): DriftReport['overlap'] {
  const keys = new LeadKeys(SEED)
  const known = new KeySet(0, MOST_PLACES)
  for (const found of eachKeys(db, other, keys)) {
    if (cancelled()) return null
    for (const { present, low, high } of found) if (present) known.put(low, high, 1)
  }
  let [leads, all] = [0, 0]
  for (const found of eachKeys(db, batch, keys)) {
    if (cancelled()) return null
    all += 1
    if (found.some(({ present, low, high }) => present && known.find(low, high) === 1)) leads += 1
  }
  return { leads, sentence: sentence(leads, all, otherName) }
}

function sentence(leads: number, all: number, other: string): string {
  if (leads === 0) return `None of these leads is also in ${other}.`
  const share = leads === all ? 'all of them' : shareWords(leads / all)
  return `${counted(leads, 'lead is', 'leads are')} also in ${other} (${share}), by e-mail, link, or name and company.`
}

/** The keys of one lead of a batch after the other; each overwrites the one before. */
function* eachKeys(db: ReadHandle, batch: number, keys: LeadKeys): Generator<readonly LeadKey[]> {
  const chunks = db
    .prepare<{ batch: number }, { firstId: number; count: number }>(
      'SELECT first_id AS firstId, count FROM input_chunk WHERE batch_id = :batch ORDER BY first_id',
    )
    .all({ batch })
  const select = db
    .prepare<{ firstId: number; count: number }, Row>(
      `SELECT name, company, email, link FROM prediction
       WHERE id >= :firstId AND id < :firstId + :count ORDER BY id`,
    )
    .raw()
  const texts: Readonly<Record<keyof Identity, TextBytes>> = {
    name: new TextBytes(1),
    company: new TextBytes(1),
    email: new TextBytes(1),
    link: new TextBytes(1),
  }
  const found = [keys.email, keys.link, keys.person]
  for (const chunk of chunks) {
    for (const row of select.all(chunk)) {
      for (const [index, part] of PARTS.entries()) texts[part].set(0, row[index] ?? null)
      keys.set(texts, 0)
      yield found
    }
  }
}
