import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createLeadColumns } from '../../history/lead-columns.ts'
import { csvCell } from '../csv/csv-text.ts'
import { CsvTokenizer } from '../csv/csv-tokenizer.ts'
import { createIdentityReader } from './identity-readers.ts'
import { copyJoinedName, joinName } from './join-name.ts'
import { identityFinding, identityRemark, partText } from './read-identity.ts'

/** Letters and signs of names, addresses and links, and texts right below and beyond what may be kept. */
const someCell = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'aZé \u00a0"\'=@.-/:,#htp🥊\u200b'), maxLength: 12 }),
  fc.constantFrom('https://www.linkedin.com/in/x', 'http://', 'HTTP://x', 'ftp://x', 'n/a', 'a@b.example'),
  fc.constantFrom("'=1", '#REF!', "'", "''", "' "),
  fc.constantFrom('x'.repeat(299), 'x'.repeat(301), 'é'.repeat(300), '🥊'.repeat(150), '🥊'.repeat(151)),
)

function recordOf(cells: readonly string[]) {
  const tokenizer = new CsvTokenizer(','.charCodeAt(0))
  // A line that ends in a cell of the test's own cannot be taken for a blank one.
  tokenizer.feed(Buffer.from(`${[...cells, 'end'].map(csvCell).join(',')}\n`))
  tokenizer.next()
  return tokenizer.record
}

it('a part of the identity is read by the short ways as by strings', () => {
  const part = fc.constantFrom('name' as const, 'company' as const, 'email' as const, 'link' as const)
  fc.assert(
    fc.property(part, someCell, (of, text) => {
      const columns = createLeadColumns([], null, 1)
      columns.beginLead()
      const note = createIdentityReader(of, columns.identities[of]).read(recordOf([text]), 0, 0)
      columns.keepLead(1, 0)
      const value = partText(text)
      const remark = value === null ? null : identityRemark(of, value)
      const finding = value === null || remark ? null : identityFinding(of, text)
      expect(columns.identity(0)[of]).toBe(remark ? null : value)
      expect(note?.remark ?? null).toEqual(remark)
      expect(note?.finding ?? null).toBe(finding)
    }),
    { numRuns: 3000 },
  )
})

it('first and last name are joined as bytes as they are by strings, or not at all', () => {
  fc.assert(
    fc.property(someCell, someCell, (first, last) => {
      const columns = createLeadColumns([], null, 1)
      columns.beginLead()
      if (!copyJoinedName(recordOf([first, last]), [0, 1], columns.identities.name, 0)) return
      columns.keepLead(1, 0)
      const joined = joinName([first, last])
      expect(columns.identity(0).name).toBe(joined.name)
      expect(joined.notes.filter((note) => note !== null)).toEqual([])
    }),
    { numRuns: 3000 },
  )
})
