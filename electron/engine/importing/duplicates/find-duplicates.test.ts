import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Identity } from '../../../contract/lead.ts'
import { createLeadColumns } from '../../history/lead-columns.ts'
import { DuplicateFinder, type KnownLead } from './find-duplicates.ts'

const columns = createLeadColumns([], null, 1)
const identitiesOf = (identity: Partial<Identity>) => {
  columns.clear()
  columns.beginLead()
  columns.setIdentity({ name: null, company: null, email: null, link: null, ...identity })
  return columns.identities
}
const same = (a: Partial<Identity>, b: Partial<Identity>) => {
  const finder = new DuplicateFinder(2, 7)
  finder.find(identitiesOf(a), 0)
  finder.remember(1)
  return finder.find(identitiesOf(b), 0).length > 0
}

describe('the same lead', () => {
  it.each([
    [{ email: 'Ada@Example.com' }, { email: 'ada@example.com' }],
    [{ email: 'éva@example.com' }, { email: 'ÉVA@example.com' }],
    [
      { link: 'https://www.linkedin.com/in/invented-ada/' },
      { link: 'http://fr.linkedin.com/in/Invented-Ada?trk=x' },
    ],
    [{ link: 'linkedin.com/in/invented-ada' }, { link: 'https://linkedin.com/in/invented-ada#about' }],
    [{ link: 'https://example.com/p/1' }, { link: 'example.com/p/1/' }],
    [
      { name: 'Ada  Velvetreed', company: 'Iron Daisy' },
      { name: 'ADA VELVETREED', company: 'iron daisy', email: 'a@example.com' },
    ],
    [
      { name: 'Ada', company: 'Iron Daisy', link: 'example.com/a' },
      { name: 'Ada', company: 'Iron Daisy', email: 'a@example.com' },
    ],
    // One address is enough, whatever else differs.
    [
      { email: 'a@example.com', link: 'example.com/a', name: 'A' },
      { email: 'a@example.com', link: 'example.com/b', name: 'B' },
    ],
    // A cell without an address does not stand between two who are alike in all that is known.
    [
      { name: 'Ada', company: 'Iron Daisy', email: 'n/a', link: 'http://' },
      { name: 'Ada', company: 'Iron Daisy', email: 'a@example.com', link: 'example.com/a' },
    ],
    [{ link: 'https://example.com?id=7' }, { link: 'example.com?id=7' }],
    [
      { name: '— 王芳', company: 'Ωμέγα' },
      { name: '— 王芳', company: 'ωμέγα' },
    ],
    [{ link: 'https://fr.linkedin.com/in/ada' }, { link: 'linkedin.com/in/ada/' }],
    // "ﬁ" is one sign; "É" may be one or two.
    [
      { name: 'E\u0301va', company: 'ﬁn' },
      { name: 'ÉVA', company: 'FIN' },
    ],
  ])('%o and %o', (a, b) => {
    expect(same(a, b)).toBe(true)
    expect(same(b, a)).toBe(true)
  })

  it.each([
    [{}, {}],
    [{ name: 'Ada' }, { name: 'Ada' }],
    [{ company: 'Iron Daisy' }, { company: 'Iron Daisy' }],
    [{ email: 'a@example.com' }, { email: 'b@example.com' }],
    [{ link: 'https://example.com/p?id=1' }, { link: 'https://example.com/p?id=2' }],
    [
      { name: 'Ada', company: 'Iron Daisy', email: 'a@example.com' },
      { name: 'Ada', company: 'Iron Daisy', email: 'b@example.com' },
    ],
    [
      { name: 'Ada', company: 'Iron Daisy', link: 'example.com/a' },
      { name: 'Ada', company: 'Iron Daisy', link: 'example.com/b' },
    ],
    [
      { name: 'Ada Iron', company: 'Daisy' },
      { name: 'Ada', company: 'Iron Daisy' },
    ],
    [{ email: 'ada' }, { link: 'ada' }],
    // What stands in a cell because nothing else does is shared by people who have nothing to do with each other.
    [{ email: 'n/a' }, { email: 'N/A' }],
    [{ email: '-' }, { email: '-' }],
    [{ email: 'no address' }, { email: 'no address' }],
    [{ email: '@' }, { email: '@' }],
    [{ link: 'https://' }, { link: 'http://' }],
    [{ link: 'none' }, { link: 'none' }],
    [{ link: 'https://www.linkedin.com/in/' }, { link: 'https://www.linkedin.com/in/' }],
    [{ link: 'https://example.com' }, { link: 'https://example.com/' }],
    [
      { name: 'N/A', company: 'Iron Daisy' },
      { name: 'n/a', company: 'Iron Daisy' },
    ],
    [
      { name: 'Ada', company: '--' },
      { name: 'Ada', company: '--' },
    ],
    // The dash of word processors is none of ASCII.
    [
      { name: 'Ada', company: '—' },
      { name: 'Ada', company: '—' },
    ],
    [{ link: 'https://notlinkedin.com/in/ada' }, { link: 'https://linkedin.com/in/ada' }],
  ])('is not %o and %o', (a, b) => {
    expect(same(a, b)).toBe(false)
    expect(same(b, a)).toBe(false)
  })

  it('is known from the history as from the file', () => {
    const finder = new DuplicateFinder(2, 7)
    finder.learn(
      { kind: 'lead', id: 12 },
      { name: null, company: null, email: 'Ada@example.com', link: null },
    )
    finder.learn({ kind: 'row', row: 3 }, { name: 'Bo', company: 'Iron Daisy', email: null, link: null })
    expect(finder.find(identitiesOf({ email: 'ada@example.com' }), 0)).toEqual([{ kind: 'lead', id: 12 }])
    expect(finder.find(identitiesOf({ name: 'bo', company: 'iron daisy' }), 0)).toEqual([
      { kind: 'row', row: 3 },
    ])
  })

  it('is said to be the latest one, and each earlier one where there are several', () => {
    const finder = new DuplicateFinder(2, 7)
    finder.learn({ kind: 'lead', id: 1 }, { name: null, company: null, email: 'a@example.com', link: null })
    finder.find(identitiesOf({ email: 'a@example.com' }), 0)
    finder.remember(1)
    finder.find(identitiesOf({ link: 'example.com/a' }), 0)
    finder.remember(2)
    expect(finder.find(identitiesOf({ email: 'a@example.com', link: 'example.com/a' }), 0)).toEqual([
      { kind: 'row', row: 1 },
      { kind: 'row', row: 2 },
    ])
  })

  it('is each of its copies in the history, where those are asked for, until one row has taken their places', () => {
    const finder = new DuplicateFinder(2, 7, { everyCopy: true })
    const lead = { name: null, company: null, email: 'a@example.com', link: null }
    for (const id of [1, 2, 3]) finder.learn({ kind: 'lead', id }, lead)
    const ids = [3, 2, 1].map((id) => ({ kind: 'lead', id }))
    expect(finder.find(identitiesOf(lead), 0)).toEqual(ids)
    finder.remember(1)
    expect(finder.find(identitiesOf(lead), 0)).toEqual([{ kind: 'row', row: 1 }])
  })

  it('as one of many copies is walked through once', () => {
    const finder = new DuplicateFinder(2, 7, { everyCopy: true })
    const known = { name: 'Ada', company: 'Iron Daisy', email: 'a@example.com', link: null }
    for (let id = 1; id <= 3000; id++) finder.learn({ kind: 'lead', id }, known)
    // By name and company, which a row without an address does not overwrite.
    const row = { name: 'Ada', company: 'Iron Daisy' }
    let found = 0
    for (let number = 1; number <= 1000; number++) {
      found += finder.find(identitiesOf(row), 0).length
      finder.remember(number)
    }
    expect(found).toBe(3000 + 2 * 999)
  })

  it('is not looked for beyond the bound of memory, which is told', () => {
    const finder = new DuplicateFinder(10, 7, { maxPlaces: 1024 })
    for (let id = 1; id <= 800; id++) {
      finder.learn(
        { kind: 'lead', id },
        { name: null, company: null, email: `${id}@example.com`, link: null },
      )
    }
    expect(finder.full).toBe(true)
    expect(finder.find(identitiesOf({ email: '768@example.com' }), 0)).toHaveLength(1)
    expect(finder.find(identitiesOf({ email: '769@example.com' }), 0)).toHaveLength(0)
  })
})

describe('against comparing every pair', () => {
  const part = (...texts: string[]) => fc.constantFrom(null, ...texts)
  const someone = fc.record({
    name: part('Ada', 'Bo'),
    company: part('Iron Daisy', 'Delta'),
    email: part('a@example.com', 'b@example.com', 'c@example.com'),
    link: part('example.com/a', 'example.com/b', 'example.com/c'),
  })

  /** By the words of the rule, key by key: the latest lead with the same text. */
  function slowly(leads: readonly Identity[], lead: Identity): number[] {
    const latest = (matches: (other: Identity) => boolean) => leads.findLastIndex(matches)
    const neither = (other: Identity) =>
      (other.email === null || lead.email === null) && (other.link === null || lead.link === null)
    const person = (other: Identity, hasEmail: boolean, hasLink: boolean) =>
      lead.name !== null &&
      lead.company !== null &&
      neither(other) &&
      other.name === lead.name &&
      other.company === lead.company &&
      (other.email !== null) === hasEmail &&
      (other.link !== null) === hasLink
    const found = [
      latest(({ email }) => email !== null && email === lead.email),
      latest(({ link }) => link !== null && link === lead.link),
      latest((other) => person(other, false, false)),
      latest((other) => person(other, true, false)),
      latest((other) => person(other, false, true)),
      latest((other) => person(other, true, true)),
    ]
    return [...new Set(found.filter((index) => index >= 0))]
  }

  /** By the words of the rule. */
  function isSame(a: Identity | undefined, b: Identity): boolean {
    if (a === undefined) return false
    if (a.email !== null && a.email === b.email) return true
    if (a.link !== null && a.link === b.link) return true
    const compared = (a.email !== null && b.email !== null) || (a.link !== null && b.link !== null)
    return !compared && a.name !== null && a.company !== null && a.name === b.name && a.company === b.company
  }

  it('finds the same', () => {
    fc.assert(
      fc.property(
        fc.array(someone, { maxLength: 40 }),
        fc.nat(),
        fc.nat({ max: 40 }),
        (leads, seed, known) => {
          const finder = new DuplicateFinder(0, seed)
          const asKnown = (index: number): KnownLead =>
            index < known ? { kind: 'lead', id: index + 1 } : { kind: 'row', row: index + 1 }
          leads.forEach((lead, index) => {
            if (index < known) {
              finder.learn(asKnown(index), lead)
              return
            }
            const expected = slowly(leads.slice(0, index), lead).map(asKnown)
            expect(finder.find(identitiesOf(lead), 0)).toEqual(expected)
            finder.remember(index + 1)
          })
        },
      ),
    )
  })

  it('finds every copy, or an earlier row of the file has taken its place', () => {
    fc.assert(
      fc.property(
        fc.array(someone, { maxLength: 40 }),
        fc.nat(),
        fc.nat({ max: 40 }),
        (leads, seed, known) => {
          const finder = new DuplicateFinder(0, seed, { everyCopy: true })
          const taken = new Set<number>()
          leads.forEach((lead, index) => {
            if (index < known) {
              finder.learn({ kind: 'lead', id: index + 1 }, lead)
              return
            }
            const found = finder
              .find(identitiesOf(lead), 0)
              .map((other) => (other.kind === 'lead' ? other.id : other.row) - 1)
            finder.remember(index + 1)
            for (const other of found) expect(isSame(leads[other], lead)).toBe(true)
            for (const other of found) taken.add(other)
            const missed = leads.findIndex((other, at) => at < index && isSame(other, lead) && !taken.has(at))
            expect(missed).toBe(-1)
          })
        },
      ),
    )
  })

  it('does not take one of 300,000 leads with alike names and addresses for another', () => {
    const finder = new DuplicateFinder(300_000, 1)
    let found = 0
    for (let row = 1; row <= 300_000; row++) {
      const lead = {
        name: `Ada ${row % 1000}`,
        company: `Company ${Math.floor(row / 1000)}`,
        email: `a${row}@example.com`,
      }
      found += finder.find(identitiesOf(lead), 0).length
      finder.remember(row)
    }
    expect(found).toBe(0)
  })
})
