import { describe, expect, it } from 'vitest'
import type { ReadSettings } from '../../../contract/import-settings.ts'
import { cellText, isBlankRecord } from '../csv/csv-tokenizer.ts'
import { RecordSource } from '../csv/record-source.ts'
import { openBytes } from '../source/open-text.ts'
import { delimiterByte } from './detect-dialect.ts'
import { openTable } from './open-table.ts'

/** Opens a table and reads all its rows, the way an import does. */
function reading(content: string | Uint8Array, read: ReadSettings = {}) {
  const table = openTable(openBytes(Buffer.from(content), read), read)
  const { source, rowsOffset, dialect, tableEnd, headers } = table
  const records = new RecordSource(source, rowsOffset, delimiterByte(dialect.delimiter), tableEnd)
  records.expectColumns(headers.length)
  const rows: string[][] = []
  while (records.next()) {
    const { record } = records
    if (!isBlankRecord(record))
      rows.push(Array.from({ length: record.cellCount }, (_, cell) => cellText(record, cell)))
  }
  return {
    table,
    headers,
    rows,
    codes: table.findings.map(({ code }) => code),
    questions: table.questions,
  }
}

const ROWS = 'Amaury,Boréal,CEO,70\nBéatrix,Iron Daisy,CFO,90\nCorentin,Delta,CTO,55\n'
const HEADER = 'name,company,jobtitle,q\n'

describe('the header', () => {
  it('is the first line that is not blank', () => {
    const { headers, rows, table, codes } = reading(`\n\n${HEADER}${ROWS}`)
    expect(headers).toEqual(['name', 'company', 'jobtitle', 'q'])
    expect(rows).toHaveLength(3)
    expect(table).toMatchObject({ headerLine: 1, headerText: 'name,company,jobtitle,q', tableEnd: Infinity })
    expect(codes).toEqual([])
  })

  it.each([
    ['a title', 'Open leads\n\n'],
    ['a title and its date', 'Open leads\nGenerated,12 October 2026\n\n'],
    ['lines a spreadsheet filled up', 'Open leads,,,\nOctober,,,\n,,,\n'],
    ['a line of prose with commas', 'Leads of Amaury, Béatrix\n'],
  ])('is found below %s, which is said', (_, preamble) => {
    const { headers, rows, table } = reading(`${preamble}${HEADER}${ROWS}`)
    expect(headers).toEqual(['name', 'company', 'jobtitle', 'q'])
    expect(rows).toHaveLength(3)
    const lines = preamble.split('\n').filter((line) => /\w/.test(line))
    expect(table.headerLine).toBe(lines.length + 1)
    expect(table.findings).toMatchObject([{ code: 'preamble_skipped', count: lines.length, text: lines[0] }])
  })

  it('is not looked for below more than thirty lines: they are rows that are no leads', () => {
    const lines = (count: number) => reading(`${'a line of text\n'.repeat(count)}${HEADER}${ROWS.repeat(20)}`)
    expect(lines(30).headers).toEqual(['name', 'company', 'jobtitle', 'q'])
    expect(lines(31).headers).toEqual(['a line of text'])
  })

  it('may have columns without a name', () => {
    expect(reading(`name,company,,\n${ROWS}`).headers).toEqual(['name', 'company', '', ''])
  })

  it('is the line a person named', () => {
    const { headers, rows, codes } = reading(`x,y,z,w\n${HEADER}${ROWS}`, { header: 2 })
    expect([headers[0], rows.length, codes]).toEqual(['name', 3, ['preamble_skipped']])
    expect(() => reading(`${HEADER}${ROWS}`, { header: 50 })).toThrow(/no line 50/)
  })

  it('is none when a person says so', () => {
    const { headers, rows, table, questions } = reading(ROWS, { header: 0 })
    expect(headers).toEqual(['Column 1', 'Column 2', 'Column 3', 'Column 4'])
    expect(rows.map((row) => row[0])).toEqual(['Amaury', 'Béatrix', 'Corentin'])
    expect([table.headerLine, table.headerText, questions]).toEqual([0, '', []])
  })

  it('may be separated otherwise than the rows, which is said', () => {
    const { headers, rows, codes } = reading(`${HEADER}${ROWS.replaceAll(',', ';')}`)
    expect(headers).toEqual(['name', 'company', 'jobtitle', 'q'])
    expect(rows[0]).toEqual(['Amaury', 'Boréal', 'CEO', '70'])
    expect(codes).toEqual(['delimiter_mixed'])
  })

  it('with an unclosed quote is refused', () => {
    expect(() => reading(`name,"company,jobtitle,q\n${ROWS}`)).toThrow(/never closed/)
  })
})

describe('a first line that looks like a lead', () => {
  const answers = [
    { label: 'The first line is a lead', read: { header: 0 }, option: '--header none' },
    { label: 'The first line holds the column names', read: { header: 1 }, option: '--header 1' },
  ]

  it('is asked about and not lost meanwhile', () => {
    const { rows, questions } = reading('A,a@example.com,CEO\nB,b@example.com,CFO\n')
    expect(questions).toMatchObject([{ code: 'header_missing', answers }])
    expect(rows).toHaveLength(2)
    expect(reading('A,a@example.com,CEO\nB,b@example.com,CFO\n', { header: 1 }).questions).toEqual([])
  })

  it('is asked about when its cells are figures like those below, or values that come again', () => {
    expect(reading('Amaury,51-200,70\nBéatrix,11-50,90\n').questions[0]?.code).toBe('header_missing')
    expect(reading('Amaury,Paris\nBéatrix,Paris\nCorentin,Lisboa\n').questions[0]?.code).toBe(
      'header_missing',
    )
  })

  it('is asked about when some of its cells look like names and more like data', () => {
    const { questions, rows } = reading(
      'Amaury,Paris,CEO,score\nBéatrix,Paris,CEO,70\nCorentin,Lisboa,CFO,80\n',
    )
    expect(questions).toMatchObject([{ code: 'header_unsure', answers }])
    expect(rows).toHaveLength(2)
  })

  it('is no matter when a table has years for column names, or its header twice', () => {
    expect(reading('name,q,2025\nA,70,1\nB,80,2\n').questions).toEqual([])
    expect(reading('Full name,Last year,2025\nA,x,1\nB,y,2\n').questions).toEqual([])
    expect(reading('Rolle,Ort\nRolle,Ort\nCEO,Paris\n').questions).toEqual([])
  })
})

describe('lines below the table', () => {
  const table = (footer: string) => `${HEADER}${ROWS}${footer}`

  it.each([
    [
      'a report says about itself',
      '\n\n"Open leads"\n"Copyright (c) 2026"\n"Generated By: Amaury 12/10/2026"\n',
      3,
    ],
    ['a program counts', '\n3 records\n', 1],
    ['a program counts without a blank line', '3 records exported\n', 1],
    ['a spreadsheet sums up', 'Total,,,215\n', 1],
    ['a spreadsheet sums up and filled up', ',,,\nTotal,,,"1.215,00 EUR"\nprinted on Monday,,,\n', 2],
  ])('are skipped when %s', (_, footer, count) => {
    const { rows, table: opened } = reading(table(footer))
    expect(rows).toHaveLength(3)
    expect(opened.rowEstimate).toEqual({ rows: 3, exact: true })
    expect(opened.findings).toMatchObject([{ code: 'footer_skipped', count }])
  })

  it.each([
    ['leads with little to say', '\nDelphine,,,\nCorentin Delta,,,\n,Total SA,,\n', 3],
    ['companies called like a sum', 'Total,TotalEnergies,CEO,70\nTotal,,CEO,\n', 2],
    ['a row that is cut short', 'Delphine\n', 1],
    ['a long list of names below an empty line', `\n${'Delphine\n'.repeat(51)}`, 51],
    ['a text with line breaks in the last cell', '"Delphine",B,CEO,"one\n\ntwo\nTotal"\n', 1],
  ])('are not what %s are', (_, more, count) => {
    const { rows, codes } = reading(table(more))
    expect(rows).toHaveLength(3 + count)
    expect(codes).toEqual([])
  })

  it('are not looked for in a table of two columns, where a name may stand alone', () => {
    const { rows, codes } = reading('name,q\nA,1\nB,2\n\nDelphine\n')
    expect(rows).toHaveLength(3)
    expect(codes).not.toContain('footer_skipped')
  })

  it('are found at the end of a long file in any encoding', () => {
    const long = `${HEADER}${ROWS.repeat(9000)}\n"Généré par Amaury"\n`
    for (const bytes of [Buffer.from(long), Buffer.from(`\uFEFF${long}`, 'utf16le')]) {
      const { rows, codes, table: opened } = reading(bytes)
      expect(rows).toHaveLength(27_000)
      expect(codes).toEqual(['footer_skipped'])
      expect(opened.rowEstimate.exact).toBe(false)
    }
  })

  it('are never all there is', () => {
    expect(reading(`${HEADER}\nTotal,,,215\n`, {}).rows).toHaveLength(1)
  })
})

describe('a file whose end is missing', () => {
  it('is said to end in the middle of a row', () => {
    expect(reading(`${HEADER}${ROWS}Delphine,Bor`).codes).toEqual(['file_truncated'])
    expect(reading(`${HEADER}${ROWS}Delphine,"Bor`).codes).toEqual(['file_truncated'])
    expect(reading(`${HEADER}${ROWS}Delphine,Boréal,CEO,70`).codes).toEqual([])
    expect(reading(`${HEADER}${ROWS}Delphine,Bor\nEva,Iron`).codes).toEqual([])
    const insideCharacter = Buffer.from(`${HEADER}${ROWS}Bé`).subarray(0, -1)
    expect(reading(insideCharacter).codes).toEqual(['file_truncated'])
  })
})

describe('lines', () => {
  it('that end in different ways are read and said', () => {
    const { rows, codes, table } = reading('name,q\r\nA,1\nB,2\r\nC,3\rD,4\n')
    expect(rows).toHaveLength(4)
    expect(codes).toEqual(['line_ends_mixed'])
    expect(table.findings[0]?.message).toContain('2 lines with CR LF, 2 lines with LF, 1 line with CR')
  })
})

describe('quotes', () => {
  it('that are opened early and never closed do not hide the rows behind them', () => {
    const { table } = reading(`${HEADER}Amaury,"Boréal,CEO,70\n${ROWS.repeat(30_000)}`)
    expect(table.firstRows).toHaveLength(2000)
    expect(table.firstRows.slice(0, 2).map((row) => row[0])).toEqual([undefined, 'Amaury'])
  })

  it.each([
    "'name','q'\n'A','70'\n'C','80'\n",
    '“name”;“q”\n“A”;“70”\n',
    '«name»;«q»\n«A»;«70»\n',
    '`name`,`q`\n`A`,`70`\n',
  ])('of other kinds are refused where all cells have them: %s', (text) => {
    expect(() => reading(text)).toThrow(/single quotation marks/)
    expect(() => reading(text)).toThrow(
      expect.objectContaining({ error: expect.objectContaining({ code: 'quote_unknown' }) }),
    )
  })

  it('of other kinds are text in a cell or a column', () => {
    expect(reading("name,q\n'A',70\n'B',80\n").rows).toHaveLength(2)
  })
})

describe('a table', () => {
  it('has a first line that can be looked at', () => {
    const long = `${'a'.repeat(900_000)},${'b'.repeat(900_000)}\n1,2\n`
    expect(() => reading(long)).toThrow(
      expect.objectContaining({ error: expect.objectContaining({ code: 'structure_broken' }) }),
    )
  })

  it('has rows', () => {
    expect(() => reading(HEADER)).toThrow(/no rows/)
  })

  it('is separated as a person says', () => {
    expect(reading('a;b,c;d\n1;2,3;4\n', { delimiter: ',' }).headers).toEqual(['a;b', 'c;d'])
    expect(reading('sep=;\na;b,c;d\n1;2,3;4\n', { delimiter: ',' }).headers).toEqual(['a;b', 'c;d'])
  })

  it('estimates its rows from the beginning of a long file', () => {
    const { rows, exact } = reading(`${HEADER}${ROWS.repeat(30_000)}`).table.rowEstimate
    expect(exact).toBe(false)
    expect(rows).toBeGreaterThan(89_000)
    expect(rows).toBeLessThan(91_000)
  })

  it('wider than 20,000 columns is refused, and one as wide is read', () => {
    expect(() => reading(`${'a,'.repeat(20_000)}\n1\n`)).toThrow(/more than 20,000 columns/)
    expect(reading(`${'a,'.repeat(19_999)}b\n${'1,'.repeat(19_999)}2\n`).headers).toHaveLength(20_000)
  })
})
