/** HTML made of templates: whatever is filled in is text, so that no value of a lead can become a tag. */

/** HTML that needs no escaping any more: only `markup` makes it. */
export class Markup {
  readonly html: string
  constructor(html: string) {
    this.html = html
  }
}

/** What a template takes: texts and numbers are escaped, markup and lists of it stand as they are, null is nothing. */
type Part = Markup | readonly Markup[] | string | number | null

/** A piece of HTML; attributes must be written in double quotes around the part. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.map((text, place) => text + htmlOf(parts[place] ?? null)).join(''))
}

/** A text as it can stand between tags and in quoted attributes. */
export function escapeText(text: string): string {
  return text.replace(UNSAFE, (character) => ESCAPES[character] ?? REPLACEMENT)
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const REPLACEMENT = '\uFFFD'
// Control characters but tab and line ends are no characters of HTML; a lone half of a pair is none of UTF-8.
const UNSAFE = /[&<>"']|[^\P{Cc}\t\n\r]|\p{Cs}/gu

function htmlOf(part: Part): string {
  if (part === null) return ''
  if (part instanceof Markup) return part.html
  if (typeof part === 'number') return String(part)
  return typeof part === 'string' ? escapeText(part) : part.map(({ html }) => html).join('')
}
