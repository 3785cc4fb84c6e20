import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ColumnMapping } from '../../../contract/importing.ts'
import { Refusal } from '../../../contract/result.ts'
import { bundledManifest } from '../fixtures/bundled-manifest.ts'
import { type MappingRequest, settleMapping } from './settle-mapping.ts'

const { fields } = bundledManifest()

function settle(
  headers: readonly string[],
  rows: readonly (readonly string[])[] = [],
  given: Partial<MappingRequest> = {},
) {
  return settleMapping({
    headers,
    firstRows: rows,
    fields,
    given: null,
    remembered: null,
    headerLine: 1,
    ...given,
  })
}

const fed = (mapping: ColumnMapping) => mapping.map(({ column, target }) => `${column} ${target.name}`)
const codes = (said: readonly { readonly code: string }[]) => said.map(({ code }) => code)
const toField = (column: number, name: string) => ({ column, target: { kind: 'field', name } as const })

describe('two columns for one field', () => {
  const headers = ['LLM quality', 'name', 'llm_quality']
  const rows = [
    ['70', 'Amaury', '35'],
    ['90', 'Béatrix', '45'],
  ]

  it('are asked about, with the whole mapping and the option in each answer', () => {
    const { questions } = settle(headers, rows)
    expect(questions).toMatchObject([
      {
        code: 'columns_ambiguous',
        message:
          'Two columns could be Profile quality: "LLM quality" (70, 90) and "llm_quality" (35, 45). Which one is it?',
        answers: [
          { label: '"LLM quality" (70, 90)', option: '--map llm_quality="LLM quality"' },
          { label: '"llm_quality" (35, 45)', option: '--map llm_quality=llm_quality' },
        ],
      },
    ])
    expect(questions[0]?.answers.map(({ mapping }) => fed(mapping ?? []))).toEqual([
      ['0 llm_quality', '1 name'],
      ['1 name', '2 llm_quality'],
    ])
  })

  it('the answer leaves nothing to ask, and the other column is listed as not used', () => {
    const answer = settle(headers, rows).questions[0]?.answers[1]?.mapping ?? null
    const { questions, mapping, findings } = settle(headers, rows, { given: answer })
    expect(questions).toEqual([])
    expect(fed(mapping)).toEqual(['1 name', '2 llm_quality'])
    expect(findings.find(({ code }) => code === 'columns_ignored')?.message).toContain('"LLM quality"')
  })

  it('with the same header are told apart by their place', () => {
    const { questions } = settle(['email', 'jobtitle', 'email'], [['a@b.example', 'CEO', 'c@d.example']])
    expect(questions[0]?.answers.map(({ label, option }) => [label, option])).toEqual([
      ['"email" in column 1 (a@b.example)', '--map email=#1'],
      ['"email" in column 3 (c@d.example)', '--map email=#3'],
    ])
  })

  it('are not asked about when they hold the same: the exact name is used, and that is said', () => {
    const { questions, mapping, findings } = settle(
      ['Full name', 'name', 'jobtitle'],
      [['A B', 'a b', 'CEO']],
    )
    expect(questions).toEqual([])
    expect(fed(mapping)).toEqual(['1 name', '2 jobtitle'])
    expect(findings[0]).toEqual({
      code: 'columns_ambiguous',
      message:
        '"Full name" and "name" could be the name; "name" is used, because both hold the same in the first rows.',
      column: 'name',
    })
  })

  it('with the same header that hold the same are told apart by their place, too', () => {
    const { findings } = settle(['email', 'jobtitle', 'email'], [['a@b.example', 'CEO', 'a@b.example']])
    expect(findings.find(({ code }) => code === 'columns_ambiguous')?.message).toMatch(
      /^"email" in column 1 and "email" in column 3 could be the e-mail address; "email" in column 1 is used/,
    )
  })

  it('are not asked about when one of them is empty', () => {
    const { questions, mapping } = settle(['Email', 'Work email', 'jobtitle'], [['', 'a@b.example', 'CEO']])
    expect(questions).toEqual([])
    expect(fed(mapping)).toEqual(['1 email', '2 jobtitle'])
  })

  it('are asked about when no row holds both: nothing says that they are the same', () => {
    const { questions } = settle(headers, [
      ['70', 'Amaury', ''],
      ['', 'Béatrix', '45'],
    ])
    expect(codes(questions)).toEqual(['columns_ambiguous'])
  })

  it('are asked about when a person gave both, though they hold the same', () => {
    const given = [toField(0, 'llm_quality'), toField(2, 'llm_quality')]
    const same = [['70', 'Amaury', '70']]
    const { questions, columns, findings } = settle(headers, same, { given })
    expect(codes(questions)).toEqual(['columns_ambiguous'])
    expect(codes(findings)).not.toContain('columns_ambiguous')
    expect(columns.map(({ target }) => target?.name ?? null)).toEqual(['llm_quality', null, 'llm_quality'])
    expect(settle(headers, same).questions).toEqual([])
  })

  it('the link that opens for everybody is used, not the one inside Sales Navigator', () => {
    const inside = 'https://www.linkedin.com/sales/lead/INVENTED0,NAME_SEARCH,zz'
    const open = 'https://www.linkedin.com/in/invented-amaury'
    const { questions, mapping } = settle(
      ['profileUrl', 'jobtitle', 'defaultProfileUrl'],
      [[inside, 'CEO', open]],
    )
    expect(questions).toEqual([])
    expect(fed(mapping)).toEqual(['1 jobtitle', '2 link'])
  })

  it('for two fields at once are two questions, one after the other', () => {
    const all = ['Title', 'Job title', 'City', 'Location']
    const values = [['CEO', 'Chief', 'Paris', 'Lyon']]
    const first = settle(all, values)
    expect(codes(first.questions)).toEqual(['columns_ambiguous', 'columns_ambiguous'])
    const second = settle(all, values, { given: first.questions[0]?.answers[0]?.mapping ?? null })
    expect(second.questions).toHaveLength(1)
    const last = settle(all, values, { given: second.questions[0]?.answers[1]?.mapping ?? null })
    expect(last.questions).toEqual([])
    expect(fed(last.mapping)).toEqual(['0 jobtitle', '3 location'])
  })
})

describe('what was said or remembered', () => {
  it('goes before what is suggested, also for columns that say what became of a lead', () => {
    const given = [toField(1, 'jobtitle'), toField(0, 'industry')]
    const { mapping, columns } = settle(['status', 'industry'], [], { given })
    expect(mapping).toEqual(given)
    expect(columns).toEqual([
      { target: { kind: 'field', name: 'industry' }, matched: 'none' },
      { target: { kind: 'field', name: 'jobtitle' }, matched: 'none' },
    ])
  })

  it('a remembered mapping is used and marked, and what the model no longer knows is left out of it', () => {
    const remembered = [toField(0, 'jobtitle'), toField(1, 'gone'), toField(9, 'industry')]
    const { mapping, columns, questions } = settle(['industry', 'x'], [], { remembered })
    expect(mapping).toEqual([toField(0, 'jobtitle')])
    expect(columns.map(({ matched }) => matched)).toEqual(['remembered', 'none'])
    expect(questions).toEqual([])
  })

  it.each([
    ['mapping_unsure', [toField(2, 'jobtitle')]],
    ['mapping_unsure', [toField(0, 'jobtitle'), toField(0, 'industry')]],
    ['field_unknown', [toField(0, 'x')]],
  ])('a mapping for another file or model is refused: %s', (code, given) => {
    expect(() => settle(['a', 'b'], [], { given })).toThrow(
      expect.objectContaining({ error: expect.objectContaining({ code }) }),
    )
  })

  it('outcome columns feed nothing unless chosen by hand', () => {
    const { mapping } = settle(['status', 'laststate', 'Reply', 'Lifecycle Stage', 'jobtitle'])
    expect(fed(mapping)).toEqual(['4 jobtitle'])
  })
})

describe('what only a person can say', () => {
  it.each([
    ['no_known_columns', ['foo', 'bar']],
    ['no_model_columns', ['name', 'email']],
  ])('%s', (code, headers) => {
    const { questions } = settle(headers)
    expect(codes(questions)).toEqual([code])
    expect(questions[0]).toMatchObject({
      message: expect.stringContaining('Say which column holds what'),
      answers: [],
    })
  })

  it('a text with one unknown column is no table', () => {
    expect(() => settle(['Dear all'])).toThrow(Refusal)
  })

  it('a file without column names: e-mail addresses and links are seen, the rest is asked', () => {
    const headers = ['Column 1', 'Column 2', 'Column 3']
    const rows = [['A', 'a@b.example', 'https://example.com/a']]
    const { mapping, questions, findings } = settle(headers, rows, { headerLine: 0 })
    expect(fed(mapping)).toEqual(['1 email', '2 link'])
    expect(codes(questions)).toEqual(['mapping_unsure'])
    expect(codes(findings)).not.toContain('header_empty')
    const given = [toField(0, 'jobtitle')]
    expect(settle(headers, rows, { headerLine: 0, given }).questions).toEqual([])
  })

  it('a file without column names: the mapping of the last one is offered, not taken', () => {
    const remembered = [toField(1, 'jobtitle')]
    const { mapping, questions } = settle(['Column 1', 'Column 2'], [], { headerLine: 0, remembered })
    expect(mapping).toEqual([])
    expect(questions[0]?.answers).toMatchObject([
      { mapping: remembered, option: '--map jobtitle="Column 2"' },
    ])
  })
})

describe('what is said about the header', () => {
  it('columns without a name and names that occur twice', () => {
    const { findings } = settle(['jobtitle', '', 'note', ' ', 'note'])
    expect(findings.slice(0, 2)).toEqual([
      { code: 'header_empty', message: 'Columns 2, 4 have no names; they are not used.' },
      {
        code: 'header_duplicate',
        message: 'The column name "note" occurs 2 times: in columns 3, 5.',
        column: 'note',
      },
    ])
    expect(settle(['jobtitle', '']).findings[0]?.message).toBe('Column 2 has no name; it is not used.')
  })

  it('missing fields, the most important first', () => {
    const message = settle(['jobtitle']).findings.find(({ code }) => code === 'fields_missing')?.message ?? ''
    const byImportance = [...fields]
      .sort((a, b) => b.importance - a.importance)
      .filter(({ name }) => name !== 'jobtitle')
    const places = byImportance.map(({ label }) => message.indexOf(label))
    expect(places[0]).toBe('The file has no column for '.length)
    expect(places.every((place) => place >= 0)).toBe(true)
  })

  it('whatever the headers, every column is used once or not at all', () => {
    const header = fc.oneof(fc.string(), fc.constantFrom('name', 'Title', 'jobtitle', 'email', 'E-Mail', ''))
    fc.assert(
      fc.property(
        fc.array(header, { minLength: 2, maxLength: 12 }),
        fc.array(fc.array(fc.string())),
        (headers, rows) => {
          const { mapping, questions, columns } = settle(headers, rows)
          expect(new Set(mapping.map(({ column }) => column)).size).toBe(mapping.length)
          expect(columns).toHaveLength(headers.length)
          for (const { answers } of questions) {
            for (const answer of answers) settle(headers, rows, { given: answer.mapping ?? null })
          }
        },
      ),
    )
  })
})
