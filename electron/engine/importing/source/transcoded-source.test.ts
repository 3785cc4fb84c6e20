import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Encoding } from '../../../contract/import-settings.ts'
import { memorySource, readBytes } from './byte-source.ts'
import { createTranscoder, OUTPUT_FACTOR } from './transcode.ts'
import { transcodedSource } from './transcoded-source.ts'

const someText = fc.string({
  unit: fc.constantFrom('a', '\n', ',', 'é', '€', '漢', '🍊', '\uFEFF', '\uFFFD', 'ß'),
  maxLength: 300,
})

function encode(text: string, encoding: 'utf-16le' | 'utf-16be'): Buffer {
  const bytes = Buffer.from(text, 'utf16le')
  return encoding === 'utf-16be' ? bytes.swap16() : bytes
}

/** Converts in pieces of the given sizes, the way a file is read. */
function convert(bytes: Buffer, encoding: Encoding, pieces: readonly number[]): Buffer {
  const transcode = createTranscoder(encoding)
  const out: Buffer[] = []
  let from = 0
  for (let turn = 0; from < bytes.length; turn++) {
    const piece = bytes.subarray(from, from + 4 + (pieces[turn % pieces.length] ?? 0))
    const into = Buffer.alloc(piece.length * OUTPUT_FACTOR)
    const { read, written } = transcode(piece, into, from + piece.length === bytes.length)
    out.push(into.subarray(0, written))
    from += read
  }
  return Buffer.concat(out)
}

describe('conversion to UTF-8', () => {
  it('gives what the platform gives for UTF-16, wherever the pieces are cut', () => {
    fc.assert(
      fc.property(
        someText,
        fc.constantFrom('utf-16le' as const, 'utf-16be' as const),
        fc.array(fc.nat(9), { minLength: 1, maxLength: 4 }),
        (text, encoding, pieces) => {
          expect(convert(encode(text, encoding), encoding, pieces).toString('utf8')).toBe(text)
        },
      ),
    )
  })

  it('gives what the platform gives for every byte', () => {
    const bytes = Buffer.from(Array.from({ length: 255 }, (_, byte) => byte + 1))
    for (const encoding of ['windows-1250', 'windows-1252', 'iso-8859-15', 'macintosh'] as const) {
      expect(convert(bytes, encoding, [7]).toString('utf8')).toBe(new TextDecoder(encoding).decode(bytes))
    }
    expect(convert(Buffer.from([0x80, 0x99, 0x9c]), 'windows-1252', [0]).toString('utf8')).toBe('€™œ')
    expect(convert(Buffer.from([0xa4, 0xbd]), 'iso-8859-15', [0]).toString('utf8')).toBe('€œ')
    expect(convert(Buffer.from([0x8e, 0xdb]), 'macintosh', [0]).toString('utf8')).toBe('é€')
    expect(convert(Buffer.from([0x9c, 0xb3]), 'windows-1250', [0]).toString('utf8')).toBe('śł')
  })

  it('makes bytes that are no UTF-8 of half a character, so that its row is found', () => {
    expect(convert(encode('a\ud83cb', 'utf-16le'), 'utf-16le', [0])).toEqual(Buffer.from([0x61, 0xff, 0x62]))
    expect(convert(encode('ab', 'utf-16le').subarray(0, 3), 'utf-16le', [0])).toEqual(
      Buffer.from([0x61, 0xff]),
    )
  })
})

describe('a file in another encoding', () => {
  const text = 'name,company\n'.concat('Béatrix,Iron Daisy 🍊 €\n'.repeat(9000))
  const open = (content = text) =>
    transcodedSource(memorySource(encode(`\uFEFF${content}`, 'utf-16le')), 'utf-16le', 2)
  const expected = Buffer.from(text)

  it('is read from front to back, from any place, and again', () => {
    const source = open()
    expect(readBytes(source, 0, 1_000_000)).toEqual(expected)
    expect(readBytes(source, 100_000, 50)).toEqual(expected.subarray(100_000, 100_050))
    expect(readBytes(source, 20, 50)).toEqual(expected.subarray(20, 70))
    expect(readBytes(source, expected.length, 50)).toHaveLength(0)
    expect(readBytes(source, expected.length + 1000, 50)).toHaveLength(0)
  })

  it('tells its size, nearly at once and exactly when asked', () => {
    const source = open()
    expect(Math.abs(source.bytes - expected.length)).toBeLessThan(expected.length / 100)
    expect(source.measure()).toBe(expected.length)
  })

  it('shows its end without being read', () => {
    const source = open()
    const end = source.readEnd(1001)
    expect(end.whole).toBe(false)
    // The first character may be half of one.
    const shown = end.bytes.subarray(4)
    expect(expected.subarray(-shown.length)).toEqual(shown)
    expect(open('a,b\n').readEnd(1000)).toEqual({ bytes: Buffer.from('a,b\n'), whole: true })
  })
})
