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

/**
 * Compiles literal sets into a function that sets `out[offset + slot]` to 1 for every set with a literal in the text.
 * Case is folded by lower-casing both sides. Candidates are looked up by their first character, so the cost is the
 * text's length and hardly that of the list.
 */
export function compileLiterals(sets: readonly LiteralSet[]): (text: string, out: Float32Array, offset: number) => void {
  const byFirst = new Map<number, Candidate[]>()
  for (const { slot, literals, wholeWord } of sets) {
    for (const literal of new Set(literals.map((each) => each.toLowerCase()))) {
      const first = literal.charCodeAt(0)
      const candidates = byFirst.get(first) ?? []
      candidates.push({ literal, wholeWord, slot })
      byFirst.set(first, candidates)
    }
  }
  return (text, out, offset) => {
    const lower = text.toLowerCase()
    for (let index = 0; index < lower.length; index++) {
      const candidates = byFirst.get(lower.charCodeAt(index))
      if (candidates !== undefined) setMatches(lower, index, candidates, out, offset)
    }
  }
}

function setMatches(lower: string, index: number, candidates: readonly Candidate[], out: Float32Array, offset: number): void {
  for (const { literal, wholeWord, slot } of candidates) {
    if (out[offset + slot] === 1 || !lower.startsWith(literal, index)) continue
    if (wholeWord && (isWordBefore(lower, index) || isWordAt(lower, index + literal.length))) continue
    out[offset + slot] = 1
  }
}
