import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wrapWords } from './picture-file.ts'

test('a name is broken between words, and none is lost', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(words, fc.integer({ min: 4, max: 40 }), (given, width) => {
      const lines = wrapWords(given.join(' '), width, (text) => text.length)
      expect(lines.join(' ')).toBe(given.join(' '))
      for (const line of lines) expect(line.length <= width || !line.includes(' ')).toBe(true)
    }),
  )
})

test('a name that fits is one line', () => {
  expect(wrapWords('Leads scored by day', 40, (text) => text.length)).toEqual(['Leads scored by day'])
})
