import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../contract/result.ts'
import { COMMA } from './ascii.ts'
import { CsvTokenizer, cellText, recordText } from './csv-tokenizer.ts'

interface Row {
  readonly cells: readonly string[]
  readonly text: string
  readonly offset: number
  readonly nextOffset: number
  readonly unclosedQuote: boolean
}

interface Reading {
  readonly delimiter?: number
  readonly columns?: number
  /** Bytes per piece, used in turn. */
  readonly pieces?: readonly number[]
}

function tokenize(
  file: string | Uint8Array,
  { delimiter = COMMA, columns = 0, pieces = [1 << 16] }: Reading = {},
): Row[] {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file
  const tokenizer = new CsvTokenizer(delimiter)
  tokenizer.expectColumns(columns)
  const rows: Row[] = []
  const take = () => {
    while (tokenizer.next()) {
      const { record } = tokenizer
      rows.push({
        cells: Array.from({ length: record.cellCount }, (_, cell) => cellText(record, cell)),
        text: recordText(record),
        offset: record.offset,
        nextOffset: record.nextOffset,
        unclosedQuote: record.unclosedQuote,
      })
    }
  }
  for (let from = 0, turn = 0; from < bytes.length; turn++) {
    const to = from + (pieces[turn % pieces.length] ?? 1)
    tokenizer.feed(bytes.subarray(from, to))
    take()
    from = to
  }
  tokenizer.end()
  take()
  return rows
}

const cellsOf = (file: string, reading?: Reading) => tokenize(file, reading).map(({ cells }) => cells)

/** The slow obvious reader: one character at a time, well-formed files only. */
function slowlyRead(file: string, delimiter: string): string[][] {
  const rows: string[][] = []
  let cells: string[] = []
  let cell = ''
  let inQuotes = false
  const endCell = () => {
    cells.push(cell)
    cell = ''
  }
  const endRow = () => {
    endCell()
    rows.push(cells)
    cells = []
  }
  for (let at = 0; at < file.length; at++) {
    const char = file[at] ?? ''
    if (inQuotes && char === '"' && file[at + 1] === '"') {
      cell += '"'
      at++
    } else if (char === '"') inQuotes = !inQuotes
    else if (inQuotes) cell += char
    else if (char === delimiter) endCell()
    else if (char === '\r' && file[at + 1] === '\n') continue
    else if (char === '\n' || char === '\r') endRow()
    else cell += char
  }
  if (cell !== '' || cells.length > 0) endRow()
  return rows
}

const someCell = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'é', '🍊', ' ', ',', ';', '"', '\n', '\r', "'"), maxLength: 8 }),
  fc.string({ maxLength: 12 }),
  fc.constantFrom('', '0.5', 'Lisboa, Portugal', 'said ""so""', '""'),
)
const someTable = fc
  .integer({ min: 1, max: 6 })
  .chain((columns) =>
    fc.array(fc.array(someCell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 12 }),
  )
const somePieces = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 })
const someDelimiter = fc.constantFrom(',', ';', '\t', '|')
const someLineEnds = fc.array(fc.constantFrom('\n', '\r\n', '\r'), { minLength: 1, maxLength: 4 })

function writeTable(
  table: readonly (readonly string[])[],
  delimiter: string,
  lineEnds: readonly string[],
): string {
  const write = (cell: string) =>
    /["\r\n,;\t|]/.test(cell) || cell === '' ? `"${cell.replaceAll('"', '""')}"` : cell
  return table
    .map((cells, row) => cells.map(write).join(delimiter) + (lineEnds[row % lineEnds.length] ?? '\n'))
    .join('')
}

describe('well-formed files', () => {
  it('reads back what was written, whatever the delimiter, the line ends and the pieces', () => {
    fc.assert(
      fc.property(
        someTable,
        someDelimiter,
        someLineEnds,
        somePieces,
        (table, delimiter, lineEnds, pieces) => {
          const file = writeTable(table, delimiter, lineEnds)
          const reading = { delimiter: delimiter.charCodeAt(0), columns: table[0]?.length ?? 0, pieces }
          expect(cellsOf(file, reading)).toEqual(table)
          expect(slowlyRead(file, delimiter)).toEqual(table)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('reads what csv-parse reads', () => {
    fc.assert(
      fc.property(
        someTable,
        someDelimiter,
        fc.constantFrom('\n', '\r\n'),
        somePieces,
        (table, delimiter, lineEnd, pieces) => {
          const file = writeTable(table, delimiter, [lineEnd])
          const theirs: string[][] = parse(file, {
            delimiter,
            record_delimiter: lineEnd,
            relax_column_count: true,
          })
          expect(cellsOf(file, { delimiter: delimiter.charCodeAt(0), pieces })).toEqual(theirs)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('ends a record at CR, LF and CR LF alike, and takes CR LF as one', () => {
    expect(cellsOf('a,b\r\nc,d\re,f\ng,h')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
      ['g', 'h'],
    ])
  })

  it('gives a blank line as a record with one empty cell', () => {
    expect(cellsOf('a\n\nb\n')).toEqual([['a'], [''], ['b']])
  })

  it('keeps line breaks inside quotes and takes doubled quotes as one', () => {
    expect(cellsOf('"one\r\ntwo","said ""so"""\nx,y\n')).toEqual([
      ['one\r\ntwo', 'said "so"'],
      ['x', 'y'],
    ])
  })

  it('takes spaces between a closing quote and the delimiter as nothing', () => {
    expect(cellsOf('"a" ,b\n"c"  \n')).toEqual([['a', 'b'], ['c']])
  })
})

describe('any bytes', () => {
  const someBytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc
      .string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', 'é'), maxLength: 200 })
      .map((text) => new Uint8Array(Buffer.from(text))),
  )

  it('reads the same however the bytes are cut into pieces', () => {
    fc.assert(
      fc.property(someBytes, somePieces, fc.integer({ min: 0, max: 6 }), (bytes, pieces, columns) => {
        expect(tokenize(bytes, { columns, pieces })).toEqual(tokenize(bytes, { columns }))
      }),
      { numRuns: 1000 },
    )
  })

  it('loses no byte: each record begins where the one before ended, and only line ends lie between them', () => {
    fc.assert(
      fc.property(someBytes, fc.integer({ min: 0, max: 6 }), (bytes, columns) => {
        let position = 0
        for (const row of tokenize(bytes, { columns })) {
          expect(row.offset).toBe(position)
          position = row.nextOffset
        }
        expect(position).toBe(bytes.length)
        const text = tokenize(bytes, { columns }).map((row) => row.text)
        const withoutLineEnds = (whole: string) => whole.replaceAll(/[\r\n]/g, '')
        expect(withoutLineEnds(text.join(''))).toBe(withoutLineEnds(Buffer.from(bytes).toString('utf8')))
      }),
      { numRuns: 500 },
    )
  })
})

describe('quotes that do not belong', () => {
  it('keeps an inch sign as text', () => {
    expect(cellsOf('a,13" screen,b\n"a","13" screen","b"\n')).toEqual([
      ['a', '13" screen', 'b'],
      ['a', '13" screen', 'b'],
    ])
  })

  it('gives back the rows that an unclosed quote would swallow', () => {
    const file =
      'n,c,l,q\nAmaury,"Boréal,Lisboa,70\nBeatriz,Iron,"Bordeaux, FR",90\nCorentin,Delta,Paris,55\n'
    const rows = tokenize(file, { columns: 4 })
    expect(rows.map((row) => row.unclosedQuote)).toEqual([false, true, false, false])
    expect(rows[1]?.text).toBe('Amaury,"Boréal,Lisboa,70')
    expect(rows[2]?.cells).toEqual(['Beatriz', 'Iron', 'Bordeaux, FR', '90'])
  })

  it('gives them back when no other quote follows in the whole file', () => {
    const rows = Array.from({ length: 5000 }, (_, row) => `Name ${row},Company,Place,${row % 100}`)
    rows[10] = 'Broken,"Company,Place,1'
    const read = tokenize(`${rows.join('\n')}\n`, { columns: 4 })
    expect(read).toHaveLength(5000)
    expect(read.filter((row) => row.unclosedQuote).map((row) => row.text)).toEqual([rows[10]])
  })

  it('gives them back when a later quote closes the cell by chance', () => {
    const rows = tokenize('n,c,l,q\nA,"B,C,70\nD,E,F 5",90\nG,H,I,55\n', { columns: 4 })
    expect(rows.map((row) => [row.unclosedQuote, row.text])).toEqual([
      [false, 'n,c,l,q'],
      [true, 'A,"B,C,70'],
      [false, 'D,E,F 5",90'],
      [false, 'G,H,I,55'],
    ])
  })

  it('gives them back when everything is quoted, empty cells too', () => {
    const rows = tokenize('"n","c","l","q"\n"A","B,"","7"\n"","","","8"\n"D","E","F","9"\n', { columns: 4 })
    expect(rows.map((row) => row.text)).toEqual([
      '"n","c","l","q"',
      '"A","B,"","7"',
      '"","","","8"',
      '"D","E","F","9"',
    ])
  })

  it('leaves a long quoted text with line breaks and stray quotes alone', () => {
    const file = 'n,c,l,q\nA,"one\nthe 5" pipe\n"quoted" words, indeed\nlast",C,70\nD,E,F,9\n'
    expect(cellsOf(file, { columns: 4 })).toEqual([
      ['n', 'c', 'l', 'q'],
      ['A', 'one\nthe 5" pipe\n"quoted" words, indeed\nlast', 'C', '70'],
      ['D', 'E', 'F', '9'],
    ])
  })

  it('takes an unclosed quote in the last row as that row', () => {
    const rows = tokenize('n,c\nA,"B\n', { columns: 2 })
    expect(rows.map((row) => [row.unclosedQuote, row.text])).toEqual([
      [false, 'n,c'],
      [true, 'A,"B'],
    ])
  })
})

describe('limits', () => {
  const refusal = (file: string, columns = 3): unknown => {
    try {
      tokenize(file, { columns })
    } catch (error) {
      if (error instanceof Refusal) return error.error.code
      throw error
    }
    return null
  }

  it('refuses a cell over 1 MB, in quotes or not', () => {
    expect(refusal(`a,b,${'x'.repeat(1024 ** 2 + 1)}\n`)).toBe('too_large')
    expect(refusal(`a,b,"${'x'.repeat(1024 ** 2 + 1)}"\n`)).toBe('too_large')
    expect(refusal(`a,b,"${'x\n'.repeat(1024 ** 2)}"\n`)).toBe('too_large')
  })

  it('reads a cell of 1 MB', () => {
    expect(cellsOf(`a,b,"${'x\n'.repeat(1024 ** 2 / 2 - 8)}"\n`, { columns: 3 })[0]?.[2]).toHaveLength(
      1024 ** 2 - 16,
    )
  })

  it('refuses more than 20,000 columns and reads as many', () => {
    expect(refusal(`${','.repeat(20_000)}\n`)).toBe('too_many_columns')
    expect(cellsOf(`${','.repeat(19_999)}\n`)[0]).toHaveLength(20_000)
  })

  it('refuses a row over 8 MB', () => {
    expect(refusal(`${`${'x'.repeat(1000)},`.repeat(9000)}\n`)).toBe('too_large')
  })

  it('stops taking second looks at a file made to need many', () => {
    // Every line of the first cell looks like the beginning of a row, and has to be read far on to see that it is none.
    const hostile = `A,"q\n${'x,"z\n'.repeat(50)}${'y'.repeat(70_000)}",C,7\n`
    const forgotten = 'D,"E,F,8\nG,"H",I,9\n'
    const last = (before: number) => cellsOf(hostile.repeat(before) + forgotten, { columns: 4 }).at(-1)
    expect(last(1)).toEqual(['G', 'H', 'I', '9'])
    expect(last(85)?.[0]).toBe('D')
  })

  it('goes through hostile quotes in linear time', () => {
    // 3 MB of lines that each look as if a cell opened inside a cell: a second look at all of them would take hours.
    expect(refusal(`a,b,c\n${',"\n'.repeat(1_000_000)}`)).toBeNull()
  })
})
