import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bundledManifest } from '../fixtures/bundled-manifest.ts'
import { suggestMapping } from './suggest-mapping.ts'

const { fields } = bundledManifest()

const suggest = (...headers: string[]) =>
  suggestMapping(headers, fields).map(({ target, matched }) =>
    target ? `${target.name} by ${matched}` : '-',
  )

describe('suggested mapping', () => {
  it('knows the fields by name', () => {
    expect(suggest(...fields.map(({ name }) => name))).toEqual(fields.map(({ name }) => `${name} by name`))
  })

  it('knows synonyms, and likeness over case, accents, spaces and camelCase', () => {
    expect(suggest('Year Founded', 'JOB_TITLE', 'companySize', 'Prenom', 'e-mail', 'résumé')).toEqual([
      'companyfoundedon by synonym',
      'jobtitle by likeness',
      'companysize by name',
      'firstName by likeness',
      'email by likeness',
      'summary by synonym',
    ])
  })

  it('knows the prefixes of sales tools', () => {
    expect(suggest('Person - Name', 'Person - Organization', 'Organization - Name')).toEqual([
      'name by likeness',
      'company by likeness',
      'company by likeness',
    ])
    expect(suggest('Person - Email - Work', 'Contact: First Name')).toEqual([
      'email by likeness',
      'firstName by likeness',
    ])
  })

  it('never maps what became of a lead, nor the columns the app itself adds', () => {
    expect(
      suggest('status', 'laststate', 'Lead Status', 'Reply', 'Lifecycle Stage', 'score', 'label', 'band'),
    ).toEqual(new Array(8).fill('-'))
  })

  it('does so though a field has such a synonym; a field of that very name is one', () => {
    const [anyField] = fields
    if (!anyField) throw new Error('the model has no fields')
    const field = (name: string, synonyms: string[]) => ({ ...anyField, name, label: name, synonyms })
    const answer = (header: string, name: string, synonyms: string[]) =>
      suggestMapping([header], [field(name, synonyms)]).map(({ target }) => target?.name ?? null)
    expect(answer('Status', 'deal', ['status', 'phase'])).toEqual([null])
    expect(answer('last-state', 'deal', ['laststate'])).toEqual([null])
    expect(answer('Phase', 'deal', ['status', 'phase'])).toEqual(['deal'])
    expect(answer('status', 'status', [])).toEqual(['status'])
  })

  it('knows the columns of the sales tools', () => {
    expect(
      suggest(
        'Record ID - Contact',
        'Lifecycle Stage',
        'Lead Status',
        'Number of Employees',
        'Year Founded',
        'City',
      ),
    ).toEqual(['-', '-', '-', 'companysize by synonym', 'companyfoundedon by synonym', 'location by synonym'])
    expect(suggest('Title', 'Company / Account', 'No. of Employees', 'Lead Source', 'Rating')).toEqual([
      'jobtitle by synonym',
      'company by synonym',
      'companysize by synonym',
      '-',
      '-',
    ])
    expect(suggest('Organization - Employee count', 'Person - Job title', 'Organization - Address')).toEqual([
      'companysize by synonym',
      'jobtitle by synonym',
      'companylocation by synonym',
    ])
    expect(
      suggest('emailstatus', 'tagline', 'icebreaker', 'companydescription', 'laststate', 'status'),
    ).toEqual(new Array(6).fill('-'))
  })

  it('lets two columns claim the same field', () => {
    expect(suggest('LLM quality', 'name', 'llm_quality')).toEqual([
      'llm_quality by synonym',
      'name by name',
      'llm_quality by name',
    ])
  })

  it('takes any header text, also the names of object properties', () => {
    expect(suggest('__proto__', 'constructor', 'toString', '', '🍊', '%%%')).toEqual(new Array(6).fill('-'))
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 30 }), (headers) => {
        expect(suggestMapping(headers, fields)).toHaveLength(headers.length)
      }),
    )
  })

  it('does not depend on the order of the columns', () => {
    const headers = ['name', 'Company', 'e-mail', ...fields.map(({ label }) => label)]
    const targetOf = (order: readonly string[]) => {
      const columns = suggestMapping(order, fields)
      return new Map(order.map((header, column) => [header, columns[column]?.target?.name]))
    }
    fc.assert(
      fc.property(fc.shuffledSubarray(headers, { minLength: headers.length }), (order) => {
        const [here, there] = [targetOf(headers), targetOf(order)]
        for (const header of headers) expect(there.get(header)).toBe(here.get(header))
      }),
    )
  })
})
