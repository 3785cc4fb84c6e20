import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exampleField } from '../../../model/bundle/example-field.ts'
import type { FieldValue } from '../../../model/bundle/field.ts'
import { NOBODY } from '../../contract/lead.ts'
import { LEADS_PER_CHUNK } from './lead-chunk.ts'
import { createLeadColumns } from './lead-columns.ts'

const fields = [
  exampleField({ name: 'quality', type: 'number' }),
  exampleField({ name: 'met', type: 'date' }),
  exampleField({ name: 'industry', type: 'category' }),
  exampleField({ name: 'jobtitle', type: 'text' }),
]
const number = fc.option(fc.double({ noNaN: true }))
const text = fc.option(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 50 }))
const identity = fc.record({ name: text, company: text, email: text, link: text })
const values: fc.Arbitrary<FieldValue[]> = fc.tuple(number, fc.option(fc.integer()), text, text)
const lead = fc.record({ values, identity, kept: fc.boolean() })

describe('lead columns', () => {
  test('give back the leads that were kept, whatever was dropped between them and stood there before', () => {
    const columns = createLeadColumns(fields, null)
    fc.assert(
      fc.property(fc.array(lead, { maxLength: 20 }), (leads) => {
        columns.clear()
        for (const { values, identity, kept } of leads) {
          columns.beginLead()
          for (const [field, value] of values.entries()) columns.setValue(field, value)
          columns.setIdentity(identity)
          if (kept) columns.keepLead(1, 0)
        }
        const kept = leads.filter((each) => each.kept)
        expect(columns.count).toBe(kept.length)
        expect(kept.map((_, index) => columns.values(index))).toEqual(kept.map((each) => each.values))
        expect(kept.map((_, index) => columns.identity(index))).toEqual(kept.map((each) => each.identity))
      }),
    )
  })

  test('know nothing of the lead before: a field that is not set is missing', () => {
    const columns = createLeadColumns(fields, null)
    columns.addLead([1, 2, 'Hats', 'CEO'], { name: 'Ada', company: 'X', email: 'a@b.c', link: 'l' }, 1)
    columns.clear()
    columns.beginLead()
    columns.keepLead(2, 0)
    expect(columns.values(0)).toEqual([null, null, null, null])
    expect(columns.identity(0)).toEqual(NOBODY)
  })

  test('are full at 1,024 leads, and take no more', () => {
    const columns = createLeadColumns(fields, null)
    for (let row = 1; row <= LEADS_PER_CHUNK; row += 1) {
      expect(columns.full).toBe(false)
      columns.addLead([row, null, null, null], NOBODY, row)
    }
    expect(columns.full).toBe(true)
    expect(() => columns.beginLead()).toThrow('full')
    columns.clear()
    expect(columns.full).toBe(false)
  })

  test('are full sooner when the rows are long', () => {
    const columns = createLeadColumns(fields, null)
    columns.beginLead()
    columns.keepLead(1, 4 * 1024 ** 2)
    expect(columns.full).toBe(true)
    expect(columns.bytes).toBe(4 * 1024 ** 2)
  })
})
