import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ByteDictionary } from './byte-dictionary.ts'

describe('ByteDictionary', () => {
  it('gives for equal bytes what was made first, for others their own', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'é'), maxLength: 4 })), (texts) => {
        const dictionary = new ByteDictionary<{ text: string }>()
        const first = new Map<string, { text: string }>()
        for (const text of texts) {
          const bytes = Buffer.from(`--${text}--`)
          const got = dictionary.get(bytes, 2, bytes.length - 2, () => ({ text }))
          expect(got.text).toBe(text)
          expect(got).toBe(first.get(text) ?? got)
          first.set(text, got)
        }
      }),
    )
  })

  it('stays right when it is full, and with keys too long to keep', () => {
    const dictionary = new ByteDictionary<string>()
    const texts = [...Array.from({ length: 50_000 }, (_, index) => `value ${index}`), 'x'.repeat(5000)]
    for (const text of [...texts, ...texts]) {
      const bytes = Buffer.from(text)
      expect(dictionary.get(bytes, 0, bytes.length, () => text)).toBe(text)
    }
  })
})
