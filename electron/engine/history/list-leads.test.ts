import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import type { LeadFilter, LeadOrder, LeadRow } from '../../contract/history.ts'
import type { Band } from '../../contract/lead.ts'
import { decideBand } from '../scoring/decide-label.ts'
import type { WalkLimits } from './find-by-words.ts'
import {
  bundledModel,
  importTrialLeads,
  newTrialHistory,
  startTrialBatch,
  type TrialLead,
  trialGroups,
} from './fixtures/trial-history.ts'
import { createLeadLists } from './list-leads.ts'
import type { OpenHistory } from './open-history.ts'

const { bands } = bundledModel.manifest
let history: OpenHistory
beforeEach(async () => {
  const trial = await newTrialHistory()
  history = trial.history
  return trial.remove
})

const lists = (limits?: WalkLimits) => createLeadLists(history.writer.db, bands, limits && { limits })

/** All rows of a filter, page by page. */
function allRows(filter: LeadFilter, order: LeadOrder, limit: number, walk?: WalkLimits): LeadRow[] {
  const rows: LeadRow[] = []
  const reader = lists(walk)
  let page = reader.page({ ...filter, order, limit })
  rows.push(...page.rows)
  while (page.next) {
    page = reader.page({ ...filter, order, limit, after: page.next })
    expect(page.rows.length).toBeGreaterThan(0)
    rows.push(...page.rows)
  }
  if (page.totalIsEstimate) expect(Math.abs(page.total / rows.length - 1)).toBeLessThan(0.15)
  else expect(page.total).toBe(rows.length)
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
      fc.constantFrom(undefined, { fromLeads: 1, most: 256 }, { fromLeads: 1, most: 5000 }),
      (given, order, limit, walk) => {
        const filter = clean(given)
        const ids = allRows(filter, order, limit, walk).map(({ id }) => id)
        expect(ids).toEqual(expected(batches, filter, order))
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
      for (const walk of [undefined, { fromLeads: 1000, most: 4096 }]) {
        const ids = allRows(filter, order, 500, walk).map(({ id }) => id)
        expect(ids).toEqual(expected([leads], filter, order))
      }
    }
  }
})

describe('a search of very many leads', () => {
  const walk = { fromLeads: 1000, most: 2048 }
  const few = (i: number) => (i % 500 === 0 ? 'Bo' : 'Ada')
  beforeEach(async () => {
    const leads = Array.from({ length: 12_000 }, (_, i) => ({
      score: Math.fround(((i * 7919) % 1000) / 1000),
      identity: { name: few(i), company: i % 3 === 0 ? 'Daisy' : 'Kite' },
    }))
    await importTrialLeads(history, leads)
  })
  const search = (words: string, filter: LeadFilter = {}) =>
    lists(walk).page({ search: words, order: 'best', limit: 50, ...filter })

  test('that most of them answer says about how many there are, in two figures', () => {
    const { total, totalIsEstimate, rows } = search('dai')
    expect(totalIsEstimate).toBe(true)
    expect(rows).toHaveLength(50)
    expect(total % 100).toBe(0)
    expect(Math.abs(total - 4000)).toBeLessThan(400)
    const warm = search('dai', { bands: ['warm'], batch: 1 })
    expect(Math.abs(warm.total - 1200)).toBeLessThan(200)
  })

  test('that few of them answer, or none, says how many there are', () => {
    expect(search('bo')).toMatchObject({ total: 24, rows: { length: 24 } })
    expect(search('bo dai')).toMatchObject({ total: 8 })
    expect(search('nobody')).toMatchObject({ total: 0, rows: [] })
    for (const words of ['bo', 'nobody']) expect(search(words)).not.toHaveProperty('totalIsEstimate')
  })

  test('leaves no words behind, and works after a transaction was rolled back', () => {
    const { db } = history.writer
    const reader = lists(walk)
    const ask = () => reader.page({ search: 'dai', order: 'best', limit: 5 }).rows.length
    const rolledBack = db.transaction(() => {
      expect(ask()).toBe(5)
      throw new Error('rolled back')
    })
    expect(rolledBack).toThrow('rolled back')
    expect(ask()).toBe(5)
    expect(db.prepare("SELECT count(*) FROM temp.probe WHERE probe MATCH 'daisy'").pluck().get()).toBe(0)
  })
})

test('a search says how many leads it may not have found yet', async () => {
  await importTrialLeads(history, [{ score: 0.5, identity: { name: 'Ada' } }])
  const batch = startTrialBatch(history)
  for (const group of trialGroups(Array.from({ length: 3000 }, () => ({ score: 0.5 })))) batch.commit(group)
  const query = { search: 'ada', order: 'best', limit: 1 } as const
  expect(lists().page(query)).toMatchObject({ total: 1, unsearched: 3000 })
  expect(lists().page({ order: 'best', limit: 1 })).not.toHaveProperty('unsearched')
  await batch.finish({ state: 'done', findings: [] }, () => {})
  await history.catchUp(() => false)
  expect(lists().page(query)).not.toHaveProperty('unsearched')
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
