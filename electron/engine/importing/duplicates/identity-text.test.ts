import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { IdentityText } from './identity-text.ts'

const text = new IdentityText()
const wordsOf = (given: string) => {
  const bytes = Buffer.from(`..${given}..`)
  text.setWords(bytes, 2, bytes.length - 2)
  return text.bytes.toString('utf8', 0, text.length)
}

describe('any text', () => {
  it('has the form that strings give it, whichever way it got there', () => {
    const character = fc.oneof(
      fc.constantFrom(...'aZ 09-@./éÉßÞ×÷ÿĀ\t\u0301\u00a0ﬁŸΣ'),
      fc.integer({ min: 0xc0, max: 0xff }).map((code) => String.fromCodePoint(code)),
      fc.string({ unit: 'grapheme', maxLength: 2 }),
    )
    fc.assert(
      fc.property(fc.array(character, { maxLength: 40 }), (characters) => {
        const given = characters.join('').toWellFormed()
        const expected = given
          .normalize('NFKC')
          .toLowerCase()
          .replace(/[\0- ]+/g, ' ')
          .replace(/^ | $/g, '')
        expect(wordsOf(given)).toBe(expected)
      }),
    )
  })

  it('is cut where it is too long, in bytes as in words', () => {
    expect(wordsOf('Éa '.repeat(8000)).startsWith('éa éa ')).toBe(true)
    expect(text.length).toBeLessThanOrEqual(text.bytes.length)
    expect(text.words.length).toBe(text.bytes.length / 4)
  })
})

it('words are the bytes, filled up with zeros, whatever stood there before', () => {
  wordsOf('a long one before')
  wordsOf('abcde')
  expect([...text.words]).toEqual([0x64636261, 0x65])
})
