import { describe, expect, it } from 'vitest'
import { FindingCollector } from './finding-collector.ts'
import type { CellRemark } from './read-cell.ts'

const missing: CellRemark = {
  kind: 'missing',
  code: 'value_out_of_range',
  message: 'Quality must be at most 100; it is 130.',
}
const repaired: CellRemark = { kind: 'repaired', code: 'value_repaired', message: 'not shown' }
const cell = (row: number, text: string, value: string | number | null = null) => {
  return { row, column: 4, header: 'quality', text, value }
}

/** What is said, without how much it weighs. */
const said = (collector: FindingCollector) => collector.findings().map(({ finding }) => finding)

describe('findings', () => {
  it('weigh by what became of the cell or row', () => {
    const findings = new FindingCollector()
    findings.noteText('formula_like', cell(1, '=1'))
    findings.noteCell(repaired, cell(2, '88', '51-200'))
    findings.noteCell(missing, cell(3, '130'))
    findings.noteRow('rows_too_short', 4)
    findings.noteRow('encoding_invalid_bytes', 5)
    const effects = findings.findings().map(({ effect }) => effect)
    expect(effects).toEqual(['note', 'changed', 'lost', 'lost', 'rows'])
  })

  it('a cell that cannot be read is said by row, column and text', () => {
    const findings = new FindingCollector()
    findings.noteCell(missing, cell(7, '130'))
    expect(said(findings)).toEqual([
      {
        code: 'value_out_of_range',
        message:
          'Row 7, column "quality": Quality must be at most 100; it is 130. The cell counts as missing.',
        rows: [7],
        count: 1,
        column: 'quality',
        text: '130',
      },
    ])
  })

  it('the same text in more rows is one finding, which names the first rows and counts all', () => {
    const findings = new FindingCollector()
    for (let row = 1; row <= 1000; row++) findings.noteCell(missing, cell(row, '130'))
    const [only, ...others] = said(findings)
    expect(others).toEqual([])
    expect(only).toMatchObject({ count: 1000, rows: Array.from({ length: 100 }, (_, index) => index + 1) })
    expect(only?.message).toMatch(
      /^Rows 1, 2, 3, 4, 5 and 995 more, column "quality": .* The cells count as missing\.$/,
    )
  })

  it('after 50 texts of one column the others share a finding', () => {
    const findings = new FindingCollector()
    for (let row = 1; row <= 80; row++) findings.noteCell(missing, cell(row, `word ${row}`))
    const all = said(findings)
    expect(all).toHaveLength(51)
    expect(all.at(-1)).toMatchObject({ count: 30, rows: expect.arrayContaining([51, 80]) })
    expect(all.at(-1)).not.toHaveProperty('text')
    expect(all.at(-1)?.message).toBe(
      'Column "quality": 30 more cells count as missing because they cannot be read; the first is "word 51" in row 51.',
    )
  })

  it('cells read as something else are one finding with examples', () => {
    const findings = new FindingCollector()
    const read = [
      ['88', '51-200'],
      ['900', '501-1000'],
      ['88', '51-200'],
      ['26', '11-50'],
      ['4', '2-10'],
    ] as const
    for (const [index, [text, value]] of read.entries()) {
      findings.noteCell(repaired, cell(index + 1, text, value))
    }
    expect(said(findings)[0]?.message).toBe(
      'Column "quality": 5 cells are read as one of the values the model knows: "88" as 51-200 (row 1), "900" as 501-1000 (row 2), "26" as 11-50 (row 4) and others.',
    )
  })

  it.each([
    ['rows_too_short', 'Row 4 stops early; what is not there counts as missing.'],
    ['row_without_header', 'Row 4 has something in a column without a name; it is not used.'],
    ['quote_stray', 'Row 4 holds quotation marks where none belong; they are kept as text.'],
  ] as const)('rows: %s', (code, sentence) => {
    const findings = new FindingCollector()
    findings.noteRow(code, 4)
    expect(said(findings)).toEqual([{ code, message: sentence, rows: [4], count: 1 }])
    findings.noteRow(code, 9)
    expect(said(findings)[0]?.message).toMatch(/^Rows 4 and 9 (stop|have|hold) /)
  })

  it.each(['formula_like', 'control_chars', 'mojibake_suspect', 'url_not_http', 'email_suspect'] as const)(
    'texts that are kept: %s',
    (code) => {
      const findings = new FindingCollector()
      findings.noteText(code, cell(2, 'odd'))
      findings.noteText(code, cell(3, 'odder'))
      expect(said(findings)).toEqual([
        expect.objectContaining({ code, rows: [2, 3], count: 2, column: 'quality', text: 'odd' }),
      ])
      expect(said(findings)[0]?.message).toMatch(/^Column "quality": 2 .*The first is "odd" in row 2\.$/)
    },
  )
})

describe('laid aside and taken up again', () => {
  it('goes on as if nothing had happened', () => {
    const whole = new FindingCollector()
    let half = new FindingCollector()
    for (let row = 1; row <= 300; row++) {
      if (row === 140) half = new FindingCollector({ state: half.save() })
      for (const findings of [whole, half]) {
        findings.noteCell(missing, cell(row, `word ${row % 70}`))
        findings.noteCell(repaired, cell(row, `${row % 7}`, row))
        findings.noteText('formula_like', cell(row, '=1'))
        findings.noteRow('rows_too_short', row)
      }
    }
    expect(said(half)).toEqual(said(whole))
    expect(half.save()).toBe(whole.save())
  })

  it('lays little aside, however long the texts are, and still tells them apart', () => {
    const findings = new FindingCollector({ issues: true })
    const long = 'long '.repeat(20_000)
    for (let row = 1; row <= 40; row++) findings.noteCell(missing, cell(row, `${long}${row % 20}`))
    expect(said(findings).map(({ count }) => count)).toEqual(new Array(20).fill(2))
    expect(findings.issues()).toHaveLength(20)
    expect(findings.save().length).toBeLessThan(20 * 2000)
  })

  it('tells whether there is something new to lay aside', () => {
    const findings = new FindingCollector()
    const before = findings.changes
    expect(findings.changes).toBe(before)
    findings.noteRow('quote_stray', 1)
    expect(findings.changes).not.toBe(before)
  })
})

describe('issues', () => {
  it('are gathered by column and text when asked for, 500 at most', () => {
    const findings = new FindingCollector({ issues: true })
    for (let row = 1; row <= 600; row++) findings.noteCell(missing, cell(row, `word ${row}`))
    findings.noteCell(missing, cell(601, 'word 1'))
    const issues = findings.issues()
    expect(issues).toHaveLength(500)
    expect(issues[0]).toEqual({
      code: 'value_out_of_range',
      kind: 'missing',
      column: 4,
      header: 'quality',
      text: 'word 1',
      message: missing.message,
      count: 2,
      rows: [1, 601],
    })
    expect(new FindingCollector().issues()).toEqual([])
  })

  it('are counted beyond those, and those that are lost are not hidden behind repaired ones', () => {
    const findings = new FindingCollector({ issues: true })
    for (let row = 1; row <= 600; row++) findings.noteCell(repaired, cell(row, `${row}`, 'x'))
    for (let row = 1; row <= 700; row++) findings.noteCell(missing, cell(row, `word ${row}`))
    expect(findings.issueCells).toEqual({ missing: 700, repaired: 600 })
    expect(findings.issues().filter(({ kind }) => kind === 'missing')).toHaveLength(500)
  })
})
