/** How long a text is and how many parts it has, as a person counts. */

const HIGH_SURROGATE = /[\uD800-\uDBFF]/

/** Length in Unicode code points; a lone surrogate counts as one. */
export function codePointLength(text: string): number {
  // Most texts hold no character beyond the basic plane; the engine answers this test at once for Latin-1 strings.
  if (!HIGH_SURROGATE.test(text)) return text.length
  let length = text.length
  for (let index = 0; index + 1 < text.length; index++) {
    const isPair = (text.charCodeAt(index) & 0xfc00) === 0xd800 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00
    if (isPair) {
      length--
      index++
    }
  }
  return length
}

/** Number of parts between separators that hold anything but white space. */
export function partCount(text: string, separator: string): number {
  let count = 0
  let start = 0
  while (start <= text.length) {
    const next = text.indexOf(separator, start)
    const end = next < 0 ? text.length : next
    if (hasVisible(text, start, end)) count++
    if (next < 0) break
    start = end + separator.length
  }
  return count
}

function hasVisible(text: string, start: number, end: number): boolean {
  for (let index = start; index < end; index++) {
    const code = text.charCodeAt(index)
    // Printable ASCII decides nearly always; the rest is asked of the language itself.
    if (code > 0x20 && code < 0x7f) return true
    if (text.charAt(index).trim() !== '') return true
  }
  return false
}
