import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CheckReport, Finding } from '../../contract/importing.ts'
import type { OpenModel } from '../scoring/open-model.ts'
import { checkBytes } from './fixtures/check-bytes.ts'
import { openBundledModel, type SomeSettings } from './fixtures/import-in-memory.ts'

let model: OpenModel
beforeAll(async () => {
  model = await openBundledModel()
})
afterAll(() => model.release())

const check = (content: string | Uint8Array, settings: SomeSettings = {}): CheckReport =>
  checkBytes(content, model, settings)
const latin1 = (text: string) => Buffer.from(text, 'latin1')

/** A small file for each thing that can be said of one, and where it is said to be. */
const SAID: readonly (readonly [code: string, content: string | Uint8Array, where: Partial<Finding>])[] = [
  ['encoding_guessed', latin1('name,jobtitle\nZo\xe9,Directrice g\xe9n\xe9rale\n'), { text: 'windows-1252' }],
  [
    'encoding_invalid_bytes',
    Buffer.concat([Buffer.from(`name,jobtitle\n${'Zoé,CEO\n'.repeat(9)}`), latin1('Zo\xe9,CEO\nA,CEO\n')]),
    { rows: [10], count: 1 },
  ],
  ['nul_removed', 'name,jobtitle\nA\0da,CEO\n', {}],
  ['file_truncated', 'name,jobtitle,llm_quality\nA,CEO,70\nB,CE', { text: 'B,CE' }],
  ['mojibake_suspect', 'name,jobtitle\nZoÃ©,CEO\n', { text: 'ZoÃ©,CEO' }],
  ['number_locale', 'name;llm_engagement\nA;0,5\nB;0,75\n', { column: 'llm_engagement' }],
  ['delimiter_mixed', 'name,company,jobtitle\nA;B;CEO\nC;D;CTO\nE;F;CFO\n', {}],
  ['rows_too_short', 'name,jobtitle,company\nA,CEO,B\nC,CTO\n', { rows: [2], count: 1 }],
  ['row_without_header', 'name,jobtitle,\nA,CEO,\nC,CTO,more\n', { rows: [2], count: 1 }],
  ['quote_stray', 'name,jobtitle\nA,5" pipes\n', { rows: [1], count: 1 }],
  ['line_ends_mixed', 'name,jobtitle\r\nA,CEO\nB,CTO\r\n', {}],
  ['header_duplicate', 'name,note,note,jobtitle\nA,x,y,CEO\n', { column: 'note' }],
  ['header_empty', 'name,,jobtitle\nA,,CEO\n', {}],
  [
    'preamble_skipped',
    'Open leads\n\nname,company,jobtitle\nA,B,CEO\nC,D,CTO\n',
    { text: 'Open leads', count: 1 },
  ],
  [
    'footer_skipped',
    'name,company,jobtitle\nA,B,CEO\n\nTotal: 1 record\n',
    { text: 'Total: 1 record', count: 1 },
  ],
  [
    'columns_ignored',
    'name,shoe size,jobtitle\nA,42,CEO\n',
    { message: 'Columns that are not used: "shoe size".' },
  ],
  [
    'fields_missing',
    'name,jobtitle\nA,CEO\n',
    { message: expect.stringMatching(/Profile quality.*less certain/) },
  ],
  [
    'columns_ambiguous',
    'Job title,jobtitle\nCEO,CEO\n',
    { message: expect.stringContaining('both hold the same'), column: 'jobtitle' },
  ],
  [
    'value_not_a_number',
    'name,llm_quality\nA,70\nB,very\n',
    { rows: [2], column: 'llm_quality', text: 'very' },
  ],
  [
    'value_out_of_range',
    'name,llm_quality\nA,70\nB,130\n',
    { rows: [2], column: 'llm_quality', text: '130' },
  ],
  [
    'value_not_allowed',
    'name,companysize\nA,1-10\nB,huge\n',
    { rows: [2], column: 'companysize', text: 'huge' },
  ],
  ['value_not_allowed', 'name,jobtitle\nA,CEO\n#REF!,CTO\n', { rows: [2], column: 'name', text: '#REF!' }],
  [
    'value_not_allowed',
    'name,jobtitle\nA,#NAME?\nB,CTO\n',
    { rows: [1], column: 'jobtitle', text: '#NAME?' },
  ],
  ['value_date_mangled', 'name,companysize\nA,nov-50\n', { column: 'companysize' }],
  ['value_date_mangled', 'name,companyfoundedon\nA,2001\nB,2012-05-01\n', { column: 'companyfoundedon' }],
  [
    'year_suspect',
    'name,companyfoundedon\nA,2001\nB,2027\n',
    { rows: [2], column: 'companyfoundedon', text: '2027' },
  ],
  ['text_too_long', `name,jobtitle\n${'x'.repeat(301)},CEO\n`, { rows: [1], column: 'name' }],
  ['rows_blank_skipped', 'name,jobtitle\nA,CEO\n\n,\nB,CTO\n', { count: 2 }],
  ['rows_duplicate', 'email,jobtitle\na@example.com,CEO\nA@example.com,CTO\n', { rows: [2], count: 1 }],
  ['formula_like', 'name,jobtitle\nA,=2+5\n', { rows: [1], column: 'jobtitle', text: '=2+5' }],
  ['control_chars', 'name,jobtitle\nA,C\u200bEO\n', { rows: [1], column: 'jobtitle' }],
  [
    'url_not_http',
    'link,jobtitle\njavascript:alert(1),CEO\n',
    { rows: [1], column: 'link', text: 'javascript:alert(1)' },
  ],
  [
    'email_suspect',
    'email,jobtitle\nnobody at home,CEO\n',
    { rows: [1], column: 'email', text: 'nobody at home' },
  ],
]

const REJECTED: readonly (readonly [reason: string, content: string | Uint8Array, row: number])[] = [
  [
    'encoding_invalid_bytes',
    Buffer.concat([Buffer.from(`name,jobtitle\n${'Zoé,CEO\n'.repeat(9)}`), latin1('\xe9,CEO\n')]),
    10,
  ],
  ['rows_too_long', 'name,jobtitle\nA,CEO\nB,CTO,Paris\n', 2],
  ['rows_too_short', 'name,company,jobtitle\nA,B,CEO\nConfidential\nC,D,CTO\n', 2],
  ['quote_unclosed', 'name,jobtitle\nA,CEO\nB,"CTO\n', 2],
  ['quote_stray', 'name,jobtitle\nA,CEO\nB,5" pipe, 3" pipe\n', 2],
  ['header_repeated', 'name,jobtitle\nA,CEO\nname,jobtitle\n', 2],
]

const ASKED: readonly (readonly [code: string, content: string | Uint8Array])[] = [
  ['header_missing', 'Ada,ada@example.com,CEO\nBo,bo@example.com,CTO\n'],
  ['header_unsure', 'name,70,CEO,30\nA,80,CTO,20\nB,90,CEO,10\n'],
  ['mapping_unsure', 'Ada,ada@example.com,CEO\nBo,bo@example.com,CTO\n'],
  ['columns_ambiguous', 'LLM quality,llm_quality\n70,35\n90,45\n'],
  ['no_known_columns', 'foo,bar\n1a,2b\n'],
  ['no_model_columns', 'name,email\nA,a@example.com\n'],
  [
    'encoding_mixed',
    Buffer.concat([
      Buffer.from('name,jobtitle\nZoé Éluard,Élue générale\n'),
      latin1('Zo\xe9 \xc9luard,\xc9lue g\xe9n\xe9rale\n'),
    ]),
  ],
  ['value_scale_suspect', 'name,llm_engagement\nA,60\nB,70\nC,85\n'],
]

const REFUSED: readonly (readonly [code: string, content: string | Uint8Array])[] = [
  ['no_rows', 'name,jobtitle\n'],
  ['empty_file', '\n \n'],
  ['not_text', Buffer.from([1, 2, 3, 4, 5, 6, 7, 8, 14, 15])],
  ['delimiter_unknown', 'sep=^\nname^jobtitle\nA^CEO\n'],
  ['quote_unknown', "'name','jobtitle'\n'A','CEO'\n"],
  ['encoding_unsupported', Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0])],
  ['structure_broken', `${'a'.repeat(900_000)},${'b'.repeat(900_000)}\n1,2\n`],
  ['too_large', `name,jobtitle\nA,"${'x'.repeat(2 ** 20 + 1)}"\n`],
  ['too_many_columns', `${'a,'.repeat(20_001)}\n`],
]

describe('codes of the import guide', () => {
  it.each(SAID)('%s is said, with its place', (code, content, where) => {
    const { warnings, outcome, rows, accepted, rejected } = check(content)
    expect(warnings).toContainEqual(expect.objectContaining({ code, ...where }))
    expect(outcome).not.toBe('accept')
    expect(accepted + rejected).toBe(rows)
  })

  it.each(REJECTED)('%s rejects one row', (reason, content, row) => {
    const { rejects, rejected, outcome } = check(content)
    expect(rejects.map((reject) => [reject.row, reject.reason])).toEqual([[row, reason]])
    expect([rejected, outcome]).toEqual([1, 'warn'])
  })

  it.each(ASKED)('%s is asked, with an option for every answer', (code, content) => {
    const report = check(content)
    expect(report.outcome).toBe('ask')
    const first = code === 'mapping_unsure' ? check(content, { read: { header: 0 } }) : report
    expect(first.reason).toBe(code)
    expect(first.question?.message).toMatch(/[.?]$/)
    for (const { option } of first.question?.answers ?? []) expect(option).toMatch(/^--/)
  })

  it.each(REFUSED)('%s is refused in a sentence', (code, content) => {
    const { outcome, reason, message, rows } = check(content)
    expect([outcome, reason, rows]).toEqual(['refuse', code, 0])
    expect(message).toMatch(/\.$/)
  })

  it('says nothing of a file in which everything is as it should be, but for fields it lacks', () => {
    const { warnings, outcome } = check('name,jobtitle\nZoé,Directrice générale\n"Bo, jr.",CTO\n')
    expect(warnings.map(({ code }) => code)).toEqual(['fields_missing'])
    expect(outcome).toBe('warn')
  })
})
