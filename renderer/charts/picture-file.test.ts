import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitNames, wrapWords } from './picture-file.ts'

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

test('two names of a legend fit beside each other, and are whole where there is room', () => {
  const name = fc.stringMatching(/^[a-z .]{1,60}$/)
  fc.assert(
    fc.property(name, name, fc.integer({ min: 10, max: 120 }), (first, second, width) => {
      const names = fitNames([first, second], width, (text) => text.length)
      expect(names.join('').length).toBeLessThanOrEqual(width)
      if (first.length + second.length <= width) expect(names).toEqual([first, second])
    }),
  )
})

test('only the longer name of a legend is shortened where that is enough', () => {
  const names = fitNames(['leads of the autumn fair.csv', 'All leads'], 20, (text) => text.length)
  expect(names).toEqual(['leads…r.csv', 'All leads'])
})
