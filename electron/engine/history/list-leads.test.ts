import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { LeadFilter, LeadOrder, LeadRow } from '../../contract/history.ts'
import type { Band } from '../../contract/lead.ts'
import { decideBand } from '../scoring/decide-label.ts'
import {
  bundledModel,
  importTrialLeads,
  openTrialHistory,
  startTrialBatch,
  type TrialLead,
  trialFolder,
  trialGroups,
} from './fixtures/trial-history.ts'
import { createLeadLists } from './list-leads.ts'
import type { OpenHistory } from './open-history.ts'

const { bands } = bundledModel.manifest
const folder = { remove: () => {} }
let history: OpenHistory
beforeEach(async () => {
  const made = trialFolder()
  folder.remove = made.remove
  history = await openTrialHistory(made.path)
})
afterEach(() => {
  history.close()
  folder.remove()
})

const lists = () => createLeadLists(history.writer.db, bands)

/** All rows of a filter, page by page. */
function allRows(filter: LeadFilter, order: LeadOrder, limit: number): LeadRow[] {
  const rows: LeadRow[] = []
  const reader = lists()
  let page = reader.page({ ...filter, order, limit })
  rows.push(...page.rows)
  while (page.next) {
    page = reader.page({ ...filter, order, limit, after: page.next })
    expect(page.rows.length).toBeGreaterThan(0)
    rows.push(...page.rows)
  }
  expect(page.total).toBe(rows.length)
  return rows
}

const scores = fc
  .oneof(fc.constantFrom(0, 0.1, 0.4, 0.5, 0.7, 1), fc.float({ min: 0, max: 1, noNaN: true }))
  .map(Math.fround)
const words = fc.constantFrom('Ada', 'Adam', 'Bo', 'Zoë', 'Sales', 'head of sales')
const lead = fc.record({
  score: scores,
  identity: fc.record({ name: words, company: fc.option(words), email: fc.constant('a@example.test') }),
  jobtitle: words,
})
const filters = fc.record({
  search: fc.option(fc.constantFrom('ada', 'SALES', 'zoe a', 'a-b', 'nobody'), { nil: undefined }),
  bands: fc.option(fc.subarray<Band>(['hot', 'warm', 'cold']), { nil: undefined }),
  batch: fc.option(fc.constantFrom(1, 2), { nil: undefined }),
})

/** The slow, obvious list. */
function expected(batches: readonly (readonly TrialLead[])[], filter: LeadFilter, order: LeadOrder) {
  const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const sought = plain(filter.search ?? '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  let id = 0
  const rows = batches.flatMap((leads, index) => leads.map((one) => ({ ...one, id: ++id, batch: index + 1 })))
  const byScore = order === 'best' || order === 'worst'
  const sign = order === 'best' || order === 'newest' ? -1 : 1
  return rows
    .filter(({ identity, jobtitle }) => {
      const text = [identity?.name, identity?.company, identity?.email, jobtitle].join(' ')
      const there = plain(text).split(/[^\p{L}\p{N}]+/u)
      return sought.every((word) => there.some((candidate) => candidate.startsWith(word)))
    })
    .filter(({ score }) => !filter.bands?.length || filter.bands.includes(decideBand(score, bands)))
    .filter(({ batch }) => filter.batch === undefined || batch === filter.batch)
    .sort((a, b) => sign * ((byScore ? a.score - b.score : 0) || a.id - b.id))
    .map((row) => row.id)
}

const clean = (filter: object): LeadFilter => JSON.parse(JSON.stringify(filter))

test('every filter and order gives the pages that a plain sort and filter gives', async () => {
  const batches = fc.sample(fc.array(lead, { minLength: 150, maxLength: 200 }), { numRuns: 2, seed: 7 })
  for (const leads of batches) await importTrialLeads(history, leads)
  fc.assert(
    fc.property(
      filters,
      fc.constantFrom<LeadOrder>('best', 'worst', 'newest', 'oldest'),
      fc.integer({ min: 1, max: 100 }),
      (given, order, limit) => {
        const filter = clean(given)
        expect(allRows(filter, order, limit).map(({ id }) => id)).toEqual(expected(batches, filter, order))
      },
    ),
    { numRuns: 150 },
  )
})

test('a search with very many hits gives the same pages as one with few', async () => {
  const leads = Array.from({ length: 21_000 }, (_, i) => ({
    score: Math.fround(((i * 7919) % 1000) / 1000),
    identity: { name: i % 40 === 0 ? 'Bo' : 'Ada' },
  }))
  await importTrialLeads(history, leads)
  for (const order of ['best', 'worst', 'newest', 'oldest'] as const) {
    for (const filter of [
      { search: 'ad' },
      { search: 'ad', bands: ['warm'] },
      { search: 'ad', batch: 1 },
    ] satisfies LeadFilter[]) {
      const ids = allRows(filter, order, 500).map(({ id }) => id)
      expect(ids).toEqual(expected([leads], filter, order))
    }
  }
})

describe('a row', () => {
  test('says all that the list shows', async () => {
    await importTrialLeads(history, [
      {
        score: 0.75,
        identity: {
          name: 'Ada Invented',
          company: 'Firm',
          email: 'ada@example.test',
          link: 'https://example.test/ada',
        },
        jobtitle: 'Head of Sales',
      },
    ])
    const { name, version } = bundledModel.manifest
    expect(allRows({}, 'best', 10)).toEqual([
      {
        id: 1,
        score: 0.75,
        label: 'engaged',
        confidence: 'high',
        band: 'hot',
        name: 'Ada Invented',
        company: 'Firm',
        email: 'ada@example.test',
        link: 'https://example.test/ada',
        title: 'Head of Sales',
        batch: 1,
        row: 1,
        scoredAt: expect.stringMatching(/^2026-11-21T00:00:00\.\d{3}Z$/),
        model: { name, version },
        outcome: null,
      },
    ])
  })
})

test('a batch is listed and counted while it is imported, ranked or partly ranked', async () => {
  const before = fc.sample(lead, { numRuns: 60, seed: 3 })
  const leads = fc.sample(lead, { numRuns: 6000, seed: 4 })
  await importTrialLeads(history, before)
  let asked = 0
  const batch = startTrialBatch(history, undefined, () => {
    asked += 1
    return asked > 1
  })
  for (const group of trialGroups(leads)) batch.commit(group)
  const checkLists = () => {
    for (const order of ['best', 'worst', 'newest', 'oldest'] as const) {
      for (const filter of [{}, { bands: ['hot', 'cold'] }, { batch: 2 }] satisfies LeadFilter[]) {
        expect(allRows(filter, order, 500).map(({ id }) => id)).toEqual(
          expected([before, leads], filter, order),
        )
      }
    }
  }
  checkLists()
  await expect(batch.finish({ state: 'cancelled', findings: [] }, () => {})).rejects.toThrow(
    'before the list was ranked',
  )
  const { db } = history.writer
  const ranked = Number(
    db.prepare('SELECT count(*) FROM ranking JOIN prediction USING (id) WHERE batch_id = 2').pluck().get(),
  )
  expect(ranked).toBeGreaterThan(0)
  expect(ranked).toBeLessThan(leads.length)
  checkLists()
})

describe('a search', () => {
  test('takes operators and quotes of the search language as words', async () => {
    await importTrialLeads(history, [{ score: 0.5, identity: { name: 'Andy "Near" Orwell' } }])
    for (const search of ['AND', 'near', '"near"', 'or andy', 'NOT*', "o'", '(', 'name:andy']) {
      expect(() => allRows({ search }, 'best', 10)).not.toThrow()
    }
    expect(allRows({ search: '"near" AND' }, 'best', 10)).toHaveLength(1)
  })

  test('of any text whatever is answered', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (search) => {
        expect(allRows({ search }, 'best', 10)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test.each(['हिन्दी शर्मा', 'ಕನ್ನಡ', 'مُحَمَّد', 'Nguyễn', 'Zoe\u0308'])('finds %s', async (name) => {
    await importTrialLeads(history, [{ score: 0.5, identity: { name } }])
    expect(allRows({ search: name }, 'best', 10)).toHaveLength(1)
  })

  test('takes words apart where the tokenizer does, at every letter, digit and mark of the alphabets', () => {
    // Without the ten thousands of Chinese, Korean and private characters, which are all alike.
    const characters = Array.from({ length: 0x20000 }, (_, code) => String.fromCodePoint(code))
      .filter(
        (character) =>
          /[\p{L}\p{N}\p{M}]/u.test(character) && !/[\p{Script=Han}\p{Script=Hangul}]/u.test(character),
      )
      .map((character) => `a${character}b`)
    expect(characters.length).toBeGreaterThan(20_000)
    // Forty words a query: a word that the tokenizer splits would be a phrase, which this index refuses.
    for (let from = 0; from < characters.length; from += 40) {
      const search = characters.slice(from, from + 40).join(' ')
      expect(allRows({ search }, 'best', 10)).toEqual([])
    }
  })

  test('without a single letter or digit finds everything', async () => {
    await importTrialLeads(history, [{ score: 0.5 }])
    expect(allRows({ search: ' - ' }, 'best', 10)).toHaveLength(1)
  })
})
