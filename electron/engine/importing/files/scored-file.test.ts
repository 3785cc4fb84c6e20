import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Band } from '../../../contract/lead.ts'
import { csvCell } from '../csv/csv-text.ts'
import { CsvTokenizer, cellText } from '../csv/csv-tokenizer.ts'
import { escapeFormula, unescapeFormula } from '../csv/formula-apostrophe.ts'
import { createScoredFile } from './scored-file.ts'
import { rowsAsRead } from './scored-rows.ts'

/** The scored copy of a file, with the scores given in turn. */
function scoredCopy(
  text: string,
  scores: readonly number[],
  delimiter: ',' | ';' = ',',
  byteOrderMark = false,
): string {
  const pieces: Uint8Array[] = []
  const file = {
    write: (bytes: Uint8Array) => pieces.push(Buffer.from(bytes)),
    finish: () => {},
    discard: () => {},
  }
  const tokenizer = new CsvTokenizer(delimiter.charCodeAt(0))
  tokenizer.feed(Buffer.from(text))
  tokenizer.end()
  tokenizer.next()
  tokenizer.expectColumns(tokenizer.record.cellCount)
  const headers = Array.from({ length: tokenizer.record.cellCount }, (_, cell) =>
    cellText(tokenizer.record, cell),
  )
  const dialect = { delimiter, byteOrderMark, tableOffset: 0 }
  const scored = createScoredFile(rowsAsRead(file), { headers, dialect })
  while (tokenizer.next()) scored.hold(tokenizer.record)
  scored.release((index) => ({
    score: scores[index] ?? 0,
    label: 'engaged',
    confidence: 'high',
    band: 'hot' satisfies Band,
  }))
  scored.finish()
  return Buffer.concat(pieces).toString('utf8')
}

describe('the scored copy', () => {
  it('has the original rows byte by byte, then score, label and band', () => {
    expect(scoredCopy('name,note\r\nAmaury,"a ""b"", c"\r\nB, x \r\n', [0.7123456, 0.25])).toBe(
      'name,note,score,label,band\r\nAmaury,"a ""b"", c",0.7123456,engaged,hot\r\nB, x ,0.25,engaged,hot\r\n',
    )
  })

  it('keeps delimiter, line end and byte order mark', () => {
    expect(scoredCopy('name;note\nA;b\n', [1], ';', true)).toBe(
      '\uFEFFname;note;score;label;band\nA;b;1;engaged;hot\n',
    )
  })

  it('writes scores that read back as the same number', () => {
    const float32 = fc.float({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(float32, (score) => {
        const [, row = ''] = scoredCopy('a\nx\n', [score]).split('\n')
        expect(Number(row.split(',')[1])).toBe(score === 0 ? 0 : score)
      }),
    )
  })

  it('puts the new columns below their names when a row stops early or runs on with empty cells', () => {
    expect(scoredCopy('a,b,c\n1\n1,2,3,,\n', [0.5, 0.5])).toBe(
      'a,b,c,score,label,band\n1,,,0.5,engaged,hot\n1,2,3,0.5,engaged,hot\n',
    )
  })

  it('lets no text cell begin with what a spreadsheet runs, and leaves numbers alone', () => {
    expect(scoredCopy('a,b,c\n=2+5,"@x, y",-5\n', [0.5])).toBe(
      `a,b,c,score,label,band\n'=2+5,"'@x, y",-5,0.5,engaged,hot\n`,
    )
  })

  it('holds the same texts as the original, read by another parser', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '=', "'", '"', ',', '\n', 'é', '＋'), maxLength: 6 })
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        const file = `a,b\n${rows.map((cells) => cells.map(csvCell).join(',')).join('\n')}\n`
        const copy: string[][] = parse(scoredCopy(file, []), { from_line: 1 })
        const texts = copy.slice(1).map((cells) => cells.slice(0, 2).map(unescapeFormula))
        expect(texts).toEqual(rows.map((cells) => cells.map(unescapeFormula)))
        for (const cells of copy)
          for (const text of cells)
            expect(escapeFormula(text)).toBe(text.startsWith("'") ? escapeFormula(text) : text)
      }),
    )
  })
})
