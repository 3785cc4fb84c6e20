import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emailNeedsLook, isSuspectEmail, isSuspectLink, linkNeedsLook, textFinding } from './text-checks.ts'

/** Asks a check on bytes about a text in the middle of others. */
function about(check: (bytes: Uint8Array, start: number, end: number) => boolean, text: string): boolean {
  const bytes = Buffer.from(`\u0001=@${text}\u0001=@`)
  return check(bytes, 3, bytes.length - 3)
}

describe('odd texts', () => {
  it.each([
    ['=2+5', 'formula_like'],
    ['@Home Invented', 'formula_like'],
    ['+33 sales line', 'formula_like'],
    ['-- Dash & Co', 'formula_like'],
    [' =cmd|calc', 'formula_like'],
    ['＝1+1', 'formula_like'],
    ['Gen\u00c3\u00a8ve', 'mojibake_suspect'],
    ['\u00c3\u2030clair', 'mojibake_suspect'],
    ['990 \u00e2\u201a\u00ac', 'mojibake_suspect'],
    ['it\u00e2\u20ac\u2122s', 'mojibake_suspect'],
    ['Caf\ufffd', 'mojibake_suspect'],
    ['a\u0000b', 'control_chars'],
    ['a\u200bb', 'control_chars'],
    ['a\u202eb', 'control_chars'],
    ['\ufeffa', 'control_chars'],
    ['a\u0085b', 'control_chars'],
  ])('%j: %s', (text, code) => {
    expect(textFinding(text)).toBe(code)
  })

  it.each([
    'Directeur des ventes',
    'Genève, Suisse',
    'Ångström Ønsker Łódź Ñandú',
    '“quoted” – 990 €',
    'line\nbreak\r\nand\ttab',
    '👩‍💻 family 👨‍👩‍👧',
    'شركة خيالية',
    '会社',
    '-',
    '--',
    '-5',
    '+33 1 99 00 00 11',
    '',
    "O'Malleyish; DROP TABLE t",
    '<b>Bold Ltd</b>',
    '../../secret',
    "'=kept as text",
    'SÃO PAULO',
    'Âge tendre',
    'hâte',
  ])('%j is not odd', (text) => {
    expect(textFinding(text)).toBeNull()
  })
})

describe('e-mail addresses', () => {
  it.each(['a@b.example', 'jürgen.ö+x@bücher.example', "o'neill@example.com", 'x_y-z@sub.example.co.uk', ''])(
    '%j may be right',
    (text) => {
      expect(isSuspectEmail(text)).toBe(false)
    },
  )

  it.each([
    'n/a',
    'a@b',
    '@b.example',
    'a@',
    'a b@c.example',
    'a@b.example, c@d.example',
    'a@@b.example',
    'a..b@c.example',
    'a@b..example',
    'a@-b.example',
    'a@b.c',
    '<a@b.example>',
  ])('%j cannot be right', (text) => {
    expect(isSuspectEmail(text)).toBe(true)
    expect(about(emailNeedsLook, text)).toBe(true)
  })

  it('no suspect one slips past the look at the bytes', () => {
    const piece = fc.constantFrom('a', 'Z', '9', '.', '@', '-', '_', '+', ' ', 'é', '..', 'example', '.com')
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
        const text = pieces.join('')
        if (isSuspectEmail(text)) expect(about(emailNeedsLook, text)).toBe(true)
      }),
      { numRuns: 3000 },
    )
    expect(about(emailNeedsLook, 'amaury.velvetreed0@example.com')).toBe(false)
  })
})

describe('links', () => {
  it.each([
    'https://www.linkedin.com/in/x',
    'HTTP://example.com',
    'linkedin.com/in/x',
    'www.example.com',
    '',
  ])('%j opens in a browser', (text) => {
    expect(isSuspectLink(text)).toBe(false)
  })

  it.each([
    'javascript:alert(1)',
    'ftp://example.com',
    'file:///etc',
    'n/a',
    'https://',
    'httpx://a.example',
    '../x',
  ])('%j does not', (text) => {
    expect(isSuspectLink(text)).toBe(true)
  })

  it('no suspect one slips past the look at the bytes', () => {
    const piece = fc.constantFrom('http', 'https', ':', '//', '/', 's', 'x', ' ', '\u00a0', 'É', '.example')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const text = pieces.join('')
        if (isSuspectLink(text)) expect(about(linkNeedsLook, text)).toBe(true)
      }),
      { numRuns: 3000 },
    )
    for (const text of ['http://', 'https:///', 'https', 'httpserver']) {
      expect(about(linkNeedsLook, text)).toBe(true)
    }
  })

  it('a usual one needs no second look', () => {
    expect(about(linkNeedsLook, 'https://www.linkedin.com/in/x')).toBe(false)
    expect(about(linkNeedsLook, 'javascript:alert(1)')).toBe(true)
    expect(about(linkNeedsLook, '')).toBe(false)
  })
})
