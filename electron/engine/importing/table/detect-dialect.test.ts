import { describe, expect, it } from 'vitest'
import { detectDialect } from './detect-dialect.ts'

const dialectOf = (text: string) => detectDialect({ bytes: Buffer.from(text), whole: true })

describe('delimiter', () => {
  it.each([',', ';', '\t', '|'] as const)('finds %j', (delimiter) => {
    const text = ['name,x;y|z', 'Amaury', '70'].join(delimiter).replace('name,x;y|z', 'name')
    expect(dialectOf(`${text}\n${text}\n`).delimiter).toBe(delimiter)
  })

  it('is not misled by commas in the cells of a table with semicolons', () => {
    const rows = ['name;location;engagement', 'Amaury;Lisboa, Portugal;0,6', 'Béatrix;Bordeaux, FR;0,7']
    expect(dialectOf(rows.join('\r\n')).delimiter).toBe(';')
  })

  it('is not misled by semicolons in quoted cells of a table with commas', () => {
    expect(dialectOf('name,skills\nAmaury,"SEO; Content; Analytics"\nB,"x; y"\n').delimiter).toBe(',')
  })

  it('takes a comma when there is one column', () => {
    expect(dialectOf('email\na@example.com\n').delimiter).toBe(',')
  })
})

describe('what stands before the header', () => {
  it('takes a sep= line at its word and begins after it', () => {
    expect(dialectOf('sep=;\r\nname;company\r\n')).toMatchObject({ delimiter: ';', tableOffset: 7 })
  })

  it('takes off a byte order mark', () => {
    expect(dialectOf('\uFEFFname,company\n')).toMatchObject({ tableOffset: 3, byteOrderMark: true })
    expect(dialectOf('\uFEFFsep=|\nname|company\n')).toMatchObject({ delimiter: '|', tableOffset: 9 })
  })

  it('refuses a separator it cannot read', () => {
    expect(() => dialectOf('sep=#\nname#company\n')).toThrow(/separated by "#"/)
  })
})
