import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeCsv } from './write-csv.ts'

test('quotes only where it must, an empty cell for what is missing', () => {
  const rows = [
    ['Lyon, FR', 'said "no"', 1.5, null],
    ['two\nlines', ' space', 'Café', 0],
  ]
  expect(writeCsv(['a', 'b', 'c', 'd'], rows)).toBe(
    'a,b,c,d\n"Lyon, FR","said ""no""",1.5,\n"two\nlines"," space",Café,0\n',
  )
})

test('another program reads back every cell', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', 'é', '🥊', ';') })
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
      const header = ['first', 'second']
      expect(parse(writeCsv(header, rows), { record_delimiter: '\n' })).toEqual([header, ...rows])
    }),
  )
})
