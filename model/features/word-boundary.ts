/** Whether a character continues a word: letters, digits and combining marks of any script do. */

const ASCII = 128
const asciiWord = Uint8Array.from({ length: ASCII }, (_, code) =>
  /[0-9A-Za-z]/.test(String.fromCharCode(code)) ? 1 : 0,
)
const WORD = /[\p{L}\p{N}\p{M}]/u

/** Whether the character that begins at `index` continues a word; false at the end of the text. */
export function isWordAt(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  if (code < ASCII) return asciiWord[code] === 1
  // NaN past the end fails every comparison.
  return code >= ASCII && WORD.test(String.fromCodePoint(text.codePointAt(index) ?? 0))
}

/** Whether the character that ends before `index` continues a word; false at the start of the text. */
export function isWordBefore(text: string, index: number): boolean {
  if (index === 0) return false
  const code = text.charCodeAt(index - 1)
  if (code < ASCII) return asciiWord[code] === 1
  const isLowSurrogate = code >= 0xdc00 && code <= 0xdfff
  return isWordAt(text, isLowSurrogate && index >= 2 ? index - 2 : index - 1)
}
