import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { utils, write } from '@e965/xlsx'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBytes } from '../source/open-text.ts'
import { openTable } from '../table/open-table.ts'
import { convertWorkbook, type WorkbookText } from './convert-workbook.ts'
import { makeWorkbook, rowXml, type WorkbookXml } from './fixtures/make-workbook.ts'
import { makeZip } from './fixtures/make-zip.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'leadlight-workbook-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function convert(bytes: Buffer, sheet?: string): Promise<WorkbookText & { readonly lines: string[] }> {
  const path = join(folder, 'leads.xlsx')
  const textPath = join(folder, 'text')
  writeFileSync(path, bytes)
  const file = openSync(textPath, 'w')
  try {
    const text = await convertWorkbook({ path, sheet, file }, () => false)
    const content = readFileSync(textPath, 'utf8')
    expect(Buffer.byteLength(content)).toBe(text.bytes)
    return { ...text, lines: content.split('\n').slice(0, -1) }
  } finally {
    closeSync(file)
  }
}

const linesOf = async (workbook: WorkbookXml) => (await convert(makeWorkbook(workbook))).lines
const oneSheet = (rows: string, more: Partial<WorkbookXml> = {}): WorkbookXml => ({
  sheets: [{ name: 'Leads', rows }],
  ...more,
})
const LIST = `${rowXml(1, ['name', 'q'])}${rowXml(2, ['Amaury', 70])}${rowXml(3, ['Beatriz', 90])}`

describe('what a usual program writes', () => {
  const some = fc.array(
    fc.array(
      fc.oneof(
        fc.string({
          unit: fc.constantFrom('a', 'é', ' ', ',', '"', '\n', '&', '<', '🍊'),
          minLength: 1,
          maxLength: 8,
        }),
        fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }),
        fc.constantFrom('Lisboa, Portugal', '=2+5', 'nov-50', 0.1 + 0.2, 1e-7, 9007199254740991),
      ),
      { minLength: 3, maxLength: 3 },
    ),
    { minLength: 3, maxLength: 8 },
  )

  it('comes out with every text and every digit', async () => {
    await fc.assert(
      fc.asyncProperty(some, fc.boolean(), async (rows, bookSST) => {
        const book = utils.book_new()
        utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Leads')
        const bytes = Buffer.from(
          write(book, { type: 'buffer', bookType: 'xlsx', bookSST, compression: true }),
        )
        await convert(bytes)
        const table = openTable(openBytes(readFileSync(join(folder, 'text'))), { header: 0, delimiter: ',' })
        expect(table.firstRows).toEqual(rows.map((row) => row.map(String)))
      }),
      { numRuns: 60 },
    )
  })
})

describe('cells', () => {
  it('reads numbers with all their digits and none that binary fractions add', async () => {
    const cells = ['0.59999999999999998', '1E-7', '12345678901234567', '0.1', '-5'].map(
      (value, column) => `<c r="${'ABCDE'[column]}2"><v>${value}</v></c>`,
    )
    expect(await linesOf(oneSheet(`${rowXml(1, ['a'])}<row r="2">${cells.join('')}</row>`))).toEqual([
      'a',
      '0.6,1e-7,12345678901234568,0.1,-5',
    ])
  })

  it('reads truth values, errors and computed texts', async () => {
    const cells =
      '<c r="A2" t="b"><v>1</v></c><c r="B2" t="b"><v>0</v></c><c r="C2" t="e"><f>A9</f><v>#REF!</v></c><c r="D2" t="str"><f>A1</f><v>x</v></c>'
    expect(await linesOf(oneSheet(`${rowXml(1, ['a'])}<row r="2">${cells}</row>`))).toEqual([
      'a',
      'TRUE,FALSE,#REF!,x',
    ])
  })

  it('takes the stored result of a formula, and the formula itself where none is stored', async () => {
    const cells = '<c r="A2"><f>B2*2</f><v>140</v></c><c r="B2"><f>SUM(C1,C2)</f></c>'
    expect(await linesOf(oneSheet(`${rowXml(1, ['a'])}<row r="2">${cells}</row>`))).toEqual([
      'a',
      '140,"=SUM(C1,C2)"',
    ])
  })

  it('puts the pieces of a text in several styles together, without reading aids', async () => {
    const sharedStrings =
      '<si><r><t>Ama</t></r><r><rPr><b/></rPr><t xml:space="preserve">ury </t></r><rPh sb="0" eb="1"><t>aid</t></rPh></si><si><t>said "so"_x000D_</t></si>'
    const rows = `${rowXml(1, ['a', 'b'])}<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="s"><v>7</v></c></row>`
    expect(await linesOf(oneSheet(rows, { sharedStrings }))).toEqual(['a,b', '"Amaury ","said ""so""\r",'])
  })

  it('reads dates as ISO text, in both calendars, and keeps the look of what a spreadsheet made of a size', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="[$-40C]mmm\\-yy;@"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="16"/><xf numFmtId="165"/><xf numFmtId="9"/></cellXfs>'
    const values = ['46307', '18568', '46063', '46307.694444444445', '0.07', '59']
    const cells = (row: number) =>
      values
        .map(
          (value, column) =>
            `<c r="${'ABCDEF'[column]}${row}" s="${[1, 2, 3, 4, 5, 1][column]}"><v>${value}</v></c>`,
        )
        .join('')
    const rows = `${rowXml(1, ['a'])}<row r="2">${cells(2)}</row>`
    expect((await linesOf(oneSheet(rows, { styles })))[1]).toBe(
      '2026-10-12,Nov-50,10-Feb,2026-10-12T16:40:00,7%,1900-02-28',
    )
    expect((await linesOf(oneSheet(rows, { styles, from1904: true })))[1]).toMatch(/^2030-10-13,Nov-54,/)
  })

  it('leaves out blank rows but one or two, and keeps columns in their places', async () => {
    const rows = `${rowXml(1, ['a', 'b', 'c'])}<row r="40"><c r="C40"><v>1</v></c></row>`
    expect(await linesOf(oneSheet(rows))).toEqual(['a,b,c', '', '', ',,1'])
  })

  it('reads cells and rows that do not say where they are', async () => {
    const rows = '<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>'
    expect(await linesOf(oneSheet(rows))).toEqual(['1,2', '3'])
  })

  it('gives the value of merged cells to the rows they reach over, but no title to other columns', async () => {
    const rows = `${rowXml(1, ['title'])}${rowXml(2, ['company', 'name'])}${rowXml(3, ['Boréal', 'A'])}<row r="4"><c r="B4" t="inlineStr"><is><t>B</t></is></c></row>${rowXml(5, ['Other', 'C'])}`
    const behind = '<mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="A3:A4"/></mergeCells>'
    expect(await linesOf({ sheets: [{ name: 'Leads', rows, behind }] })).toEqual([
      'title',
      'company,name',
      'Boréal,A',
      'Boréal,B',
      'Other,C',
    ])
  })

  it('reads XML with prefixes', async () => {
    const workbook = makeWorkbook(
      oneSheet('<x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c></x:row>', { prolog: '' }),
    )
    expect((await convert(workbook)).lines).toEqual(['5'])
  })
})

describe('sheets', () => {
  const sheets = (...more: { name: string; rows: string; state?: 'hidden' }[]) =>
    makeWorkbook({ sheets: [{ name: 'Leads', rows: LIST }, ...more] })

  it('reads the only sheet without a word', async () => {
    const { sheet, findings, questions, sheets: listed } = await convert(sheets())
    expect({ sheet, findings, questions }).toEqual({ sheet: 'Leads', findings: [], questions: [] })
    expect(listed).toEqual([{ name: 'Leads', rows: 3, hidden: false }])
  })

  it('says which sheet was read where the others are empty, hidden or a note', async () => {
    const { sheet, findings, questions } = await convert(
      sheets(
        { name: 'Empty', rows: '' },
        { name: 'Note', rows: rowXml(1, ['do not print']) },
        { name: 'Old', rows: LIST, state: 'hidden' },
      ),
    )
    expect(sheet).toBe('Leads')
    expect(questions).toEqual([])
    expect(findings).toMatchObject([{ code: 'sheet_chosen', text: 'Leads' }])
    expect(findings[0]?.message).toContain('Not read: Note, Old.')
  })

  it('takes a sheet of one column for a cover, however many rows it has, where another one is a table', async () => {
    const cover = rowXml(1, ['Fair contacts']) + rowXml(2, ['Sent by Marketing'])
    // A report has a title of one cell, too.
    const report =
      rowXml(1, ['Leads']) + rowXml(2, ['of May']) + rowXml(4, ['name', 'q']) + rowXml(5, ['A', 1])
    const bytes = makeWorkbook({
      sheets: [
        { name: 'Read me', rows: cover },
        { name: 'May', rows: report, dimension: 'A1:B5' },
      ],
    })
    const { sheet, findings, questions } = await convert(bytes)
    expect({ sheet, questions }).toEqual({ sheet: 'May', questions: [] })
    expect(findings[0]?.message).toBe('The sheet "May" was read. Not read: Read me.')
    expect((await convert(makeWorkbook({ sheets: [{ name: 'Read me', rows: cover }] }))).sheet).toBe(
      'Read me',
    )
  })

  it('asks before it reads a hidden table in place of what is in sight', async () => {
    const addresses = rowXml(1, ['email']) + rowXml(2, ['ada@example.com'])
    const inSight = { name: 'Contacts', rows: addresses }
    const hidden = { name: 'Choices', rows: LIST, state: 'hidden' } as const
    const { questions } = await convert(makeWorkbook({ sheets: [hidden, inSight] }))
    expect(questions[0]?.answers.map(({ label }) => label)).toEqual(['Choices', 'Contacts'])
    expect((await convert(makeWorkbook({ sheets: [{ name: 'Empty', rows: '' }, hidden] }))).sheet).toBe(
      'Choices',
    )
  })

  it('asks where several sheets have rows, and reads the one that is named', async () => {
    const other = LIST.replaceAll('Amaury', 'Other')
    const bytes = sheets({ name: 'Says &quot;who&quot;', rows: other })
    const { questions } = await convert(bytes)
    expect(questions[0]?.code).toBe('sheet_choice')
    expect(questions[0]?.answers).toEqual([
      { label: 'Leads', read: { sheet: 'Leads' }, option: '--sheet "Leads"' },
      { label: 'Says "who"', read: { sheet: 'Says "who"' }, option: '--sheet "Says \\"who\\""' },
    ])
    const named = await convert(bytes, 'Says "who"')
    expect(named.lines[1]).toBe('Other,70')
    expect(named.questions).toEqual([])
  })

  it('asks again when there is no such sheet', async () => {
    const { questions } = await convert(sheets(), 'Nowhere')
    expect(questions).toMatchObject([{ code: 'sheet_choice', answers: [{ label: 'Leads' }] }])
    expect(questions[0]?.message).toContain('no sheet "Nowhere"')
  })

  it.each([
    ['word/document.xml', 'a Word document'],
    ['ppt/presentation.xml', 'a PowerPoint presentation'],
  ])('calls a document with %s what it is, and says how its table gets in', async (part, name) => {
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'
    const relations = `<Relationships><Relationship Id="r" Type="${office}" Target="${part}"/></Relationships>`
    const document = makeZip([
      { name: '[Content_Types].xml', data: '<Types/>' },
      { name: '_rels/.rels', data: relations },
      { name: part, data: '<document/>' },
    ])
    await expect(convert(document)).rejects.toMatchObject({
      error: {
        code: 'not_xlsx',
        message: `The file is ${name}, not a CSV file or an Excel workbook (.xlsx).`,
        hint: expect.stringContaining('copied and pasted'),
      },
    })
  })

  it('refuses a workbook without rows', async () => {
    await expect(convert(makeWorkbook(oneSheet('')))).rejects.toThrow(/no rows/)
  })
})

describe('hostile workbooks', () => {
  const codeOf = (bytes: Buffer) =>
    convert(bytes).then(
      () => null,
      (error) => error.error?.code,
    )

  it('reads an extent that is a lie and a single far cell as what is there', async () => {
    const far = `${LIST}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`
    const { lines, sheets } = await convert(
      makeWorkbook({ sheets: [{ name: 'Leads', rows: far, dimension: 'A1:XFD1048576' }] }),
    )
    expect(lines).toHaveLength(6)
    expect(lines[5]).toHaveLength(16_384)
    expect(sheets[0]?.rows).toBe(4)
    const alone = await convert(
      makeWorkbook(oneSheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
    )
    expect(alone.lines).toHaveLength(1)
  })

  it('refuses columns beyond the limit', async () => {
    expect(await codeOf(makeWorkbook(oneSheet('<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>')))).toBe(
      'too_many_columns',
    )
  })

  it('refuses more cells in a row than there are columns, and a text no cell can hold', async () => {
    const rows = `<row r="1">${'<c r="A1"><v>1</v></c>'.repeat(20_002)}</row>`
    expect(await codeOf(makeWorkbook(oneSheet(rows)))).toBe('too_many_columns')
    // Not the same letter all over: that would be refused for packing too well.
    const long = Array.from({ length: 200_000 }, (_, place) => place * 7919).join(' ')
    expect(await codeOf(makeWorkbook(oneSheet(rowXml(1, [long]))))).toBe('too_large')
    expect(await codeOf(makeWorkbook(oneSheet(LIST, { sharedStrings: `<si><t>${long}</t></si>` })))).toBe(
      'too_large',
    )
  })

  it('refuses document types, which is how XML is made to read files and to grow', async () => {
    const prolog =
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    expect(await codeOf(makeWorkbook(oneSheet(rowXml(1, ['&f;']), { prolog })))).toBe('unsafe_xml')
  })

  it('refuses entities that are not defined, and XML that is cut', async () => {
    expect(await codeOf(makeWorkbook(oneSheet(rowXml(1, ['&f;']))))).toBe('file_damaged')
    expect(await codeOf(makeWorkbook(oneSheet('<row r="1"><c>')))).toBe('file_damaged')
  })

  it('refuses a text that is stored once and fills gigabytes', async () => {
    const cell = '<c t="s"><v>0</v></c>'
    const rows = Array.from(
      { length: 400 },
      (_, row) => `<row>${`<c><v>${row}</v></c>`}${cell.repeat(20)}</row>`,
    ).join('')
    const sharedStrings = `<si><t>${Array.from({ length: 40_000 }, (_, place) => place).join(' ')}</t></si>`
    expect(await codeOf(makeWorkbook(oneSheet(rows, { sharedStrings })))).toBe('too_large')
  })

  it('reads nothing that lies outside the archive', async () => {
    const bytes = makeWorkbook(oneSheet(LIST, { more: [{ name: '../../outside.xml', data: 'x' }] }))
    expect(await codeOf(bytes)).toBe('unsafe_archive')
  })

  it('stops when it is cancelled', async () => {
    const path = join(folder, 'leads.xlsx')
    writeFileSync(path, makeWorkbook(oneSheet(LIST)))
    const file = openSync(join(folder, 'text'), 'w')
    await expect(convertWorkbook({ path, sheet: undefined, file }, () => true)).rejects.toThrow(/cancelled/)
    closeSync(file)
  })
})
