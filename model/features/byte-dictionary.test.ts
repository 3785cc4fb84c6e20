import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ByteDictionary } from './byte-dictionary.ts'

const encoder = new TextEncoder()

/** Numbers a text, as its users do; -1 when there was no room. */
function numberOf(dictionary: ByteDictionary, text: string): number {
  const bytes = encoder.encode(`--${text}--`)
  const known = dictionary.find(bytes, 2, bytes.length - 2)
  return known >= 0 ? known : dictionary.add(bytes, 2, bytes.length - 2)
}

describe('ByteDictionary', () => {
  it('numbers texts in the order they are met, equal ones alike', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'é'), maxLength: 4 })), (texts) => {
        const dictionary = new ByteDictionary()
        const first = [...new Set(texts)]
        for (const text of texts) expect(numberOf(dictionary, text)).toBe(first.indexOf(text))
      }),
    )
  })

  it('stays right when it is full, and with keys too long to keep', () => {
    const dictionary = new ByteDictionary()
    const texts = Array.from({ length: 50_000 }, (_, index) => `value ${index}`)
    const numbers = texts.map((text) => numberOf(dictionary, text))
    const known = numbers.filter((number) => number >= 0)
    expect(known).toEqual(known.map((_, index) => index))
    expect(known.length).toBeGreaterThan(8000)
    expect(texts.map((text) => numberOf(dictionary, text))).toEqual(numbers)
    expect(numberOf(dictionary, 'x'.repeat(5000))).toBe(-1)
  })
})
