import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeText, markup } from './markup.ts'

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
const read = (html: string) => html.replace(/&([a-z]+|#39);/g, (_, name: string) => NAMED[name] ?? '?')

test('any text is read as itself and opens no tag, closes no attribute', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom('<', '>', '"', "'", '&', '&lt;', '</script>', '-->', 'x=', ' '))
      .map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(anything, (text) => {
      const escaped = escapeText(text)
      expect(escaped).not.toMatch(/[<>"']/)
      expect(read(escaped)).toBe(text.toWellFormed().replace(/[^\P{Cc}\t\n\r]/gu, '\uFFFD'))
    }),
  )
})

test('markup stands as it is, texts are escaped, null is nothing', () => {
  const item = (text: string) => markup`<li>${text}</li>`
  expect(markup`<ul class="${'"'}">${['<b>', 'c'].map(item)}${null}${3}</ul>`.html).toBe(
    '<ul class="&quot;"><li>&lt;b&gt;</li><li>c</li>3</ul>',
  )
})
