/** Finds literals in a text for several features at once, in one pass over the text. */
import { isWordAt, isWordBefore } from './word-boundary.ts'

/** One feature's literals and the slot (input of the network) it sets. */
export interface LiteralSet {
  readonly slot: number
  readonly literals: readonly string[]
  /** Whether no letter or digit may adjoin: `CTO` is inside `Director`. */
  readonly wholeWord: boolean
}

interface Candidate {
  readonly literal: string
  readonly wholeWord: boolean
  readonly slot: number
}

/** First characters share candidate lists by this remainder: an array lookup costs a tenth of a map's. */
const FIRST_CHARACTERS = 128

/**
 * Compiles literal sets into a function that sets `out[offset + slot]` to 1 for every set with a literal in the text.
 * Case is folded by lower-casing both sides. Candidates are looked up by their first character, so the cost is
 * the text's length and hardly that of the list.
 */
export function compileLiterals(
  sets: readonly LiteralSet[],
): (text: string, out: Float32Array, offset: number) => void {
  const byFirst: Candidate[][] = Array.from({ length: FIRST_CHARACTERS }, () => [])
  for (const { slot, literals, wholeWord } of sets) {
    for (const literal of new Set(literals.map((each) => each.toLowerCase()))) {
      byFirst[literal.charCodeAt(0) % FIRST_CHARACTERS]?.push({ literal, wholeWord, slot })
    }
  }
  return (text, out, offset) => {
    const lower = text.toLowerCase()
    for (let index = 0; index < lower.length; index++) {
      const candidates = byFirst[lower.charCodeAt(index) % FIRST_CHARACTERS]
      if (candidates !== undefined && candidates.length > 0) setMatches(lower, index, candidates, out, offset)
    }
  }
}

function setMatches(
  lower: string,
  index: number,
  candidates: readonly Candidate[],
  out: Float32Array,
  offset: number,
): void {
  // Asked first, because most positions are inside a word and comparing literals is the dear part.
  const insideWord = isWordBefore(lower, index)
  for (const { literal, wholeWord, slot } of candidates) {
    if ((wholeWord && insideWord) || out[offset + slot] === 1 || !lower.startsWith(literal, index)) continue
    if (!wholeWord || !isWordAt(lower, index + literal.length)) out[offset + slot] = 1
  }
}
