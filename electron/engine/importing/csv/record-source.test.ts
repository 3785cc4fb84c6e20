import { describe, expect, it } from 'vitest'
import { memorySource } from '../source/byte-source.ts'
import { COMMA } from './ascii.ts'
import { recordText } from './csv-tokenizer.ts'
import { RecordSource } from './record-source.ts'

/** Every record from `from` to `end` with its place and what is wrong with its bytes. */
function recordsOf(content: string | Uint8Array, from = 0, end?: number) {
  const records = new RecordSource(memorySource(Buffer.from(content)), from, COMMA, end)
  const found: { text: string; next: number; damage: string | null }[] = []
  while (records.next()) {
    found.push({ text: recordText(records.record), next: records.nextOffset, damage: records.damage() })
  }
  return found
}
const LONG = Array.from({ length: 9000 }, (_, row) => `Béatrix ${row},🍊\n`).join('')

describe('the records of a file', () => {
  it('end where the table ends', () => {
    expect(recordsOf('a,b\nc,d\ntotal\n', 0, 8).map(({ text }) => text)).toEqual(['a,b', 'c,d'])
    expect(recordsOf('a,b\nc,d', 4).map(({ text }) => text)).toEqual(['c,d'])
  })

  it('can be gone on with from any of them', () => {
    const all = recordsOf(LONG)
    const stop = all[4000]?.next ?? 0
    expect(recordsOf(LONG, stop)).toEqual(all.slice(4001))
    expect(recordsOf(LONG, 0, stop)).toEqual(all.slice(0, 4001))
  })

  it('are damaged where their bytes are, and nowhere else', () => {
    const bytes = Buffer.from(LONG)
    const at = bytes.indexOf('Béatrix 7000,')
    bytes[at + 1] = 0xe9
    bytes[bytes.indexOf('Béatrix 7002,') + 3] = 0
    const damaged = recordsOf(bytes).filter(({ damage }) => damage !== null)
    expect(damaged.map(({ damage }) => damage)).toEqual(['encoding_invalid_bytes', 'not_text'])
    expect(damaged[0]?.text).toContain('atrix 7000,')
  })

  it('are damaged by a NUL alone', () => {
    const damaged = recordsOf('a,b\nc\0,d\ne,f\n').filter(({ damage }) => damage !== null)
    expect(damaged.map(({ text, damage }) => [text, damage])).toEqual([['c\0,d', 'not_text']])
  })

  it('are damaged when the file ends inside a character', () => {
    expect(recordsOf(Buffer.from('a,b\nBé').subarray(0, -1)).map(({ damage }) => damage)).toEqual([
      null,
      'encoding_invalid_bytes',
    ])
  })

  it('are whole when a piece of the file ends inside a character', () => {
    for (let shift = 0; shift < 4; shift++) {
      const text = `${'x'.repeat(64 * 1024 - 20 - shift)}\n${'🍊'.repeat(50)}\n`
      expect(recordsOf(text).map(({ damage }) => damage)).toEqual([null, null])
    }
  })
})
