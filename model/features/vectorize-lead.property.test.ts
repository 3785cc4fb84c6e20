/** The vectorizer against the definition of each feature, written as plainly as it can be. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exampleField } from '../bundle/example-field.ts'
import type { Feature } from '../bundle/feature.ts'
import type { Field, FieldValue } from '../bundle/field.ts'
import { createVectorizer } from './vectorize-lead.ts'

const names = ['a', 'b', 'c']
const types: readonly Field['type'][] = ['number', 'category', 'text']
const fields = names.map((name, index) => exampleField({ name, type: types[index] ?? 'text' }))

const continuesWord = (character: string | undefined) =>
  character !== undefined && /[\p{L}\p{N}\p{M}]/u.test(character)

function holdsWord(text: string, literal: string): boolean {
  const characters = [...text.toLowerCase()]
  const wanted = [...literal.toLowerCase()]
  return characters.some((_, start) => {
    const end = start + wanted.length
    if (characters.slice(start, end).join('') !== wanted.join('')) return false
    return !continuesWord(characters[start - 1]) && !continuesWord(characters[end])
  })
}

function slowFeature(feature: Feature, value: FieldValue): number {
  const category = value === null ? 'UNKNOWN' : String(value)
  const text = typeof value === 'string' ? value : null
  switch (feature.kind) {
    case 'number':
      return typeof value === 'number' ? value : (feature.missing ?? Number.NaN)
    case 'equals':
      return category === feature.value ? 1 : 0
    case 'targetMean':
      return feature.means.find(([name]) => name === category)?.[1] ?? feature.unseen
    case 'present':
      return value === null ? 0 : 1
    case 'length':
      return [...(text ?? '')].length
    case 'count':
      return (text ?? '').split(feature.separator).filter((part) => part.trim() !== '').length
    case 'containsAny':
      return feature.literals.some((literal) => text?.toLowerCase().includes(literal.toLowerCase())) ? 1 : 0
    case 'containsAnyWord':
      return feature.literals.some((literal) => text !== null && holdsWord(text, literal)) ? 1 : 0
    case 'datePart':
      return Number.NaN
  }
}

const level = fc.constantFrom('x', 'y', 'z', 'UNKNOWN')
// Few different characters, so that literals do occur; with case, accents, marks, pairs and a separator among them.
const text = fc.string({ unit: fc.constantFrom('a', 'B', 'é', '\u0301', ' ', ',', '𝔸', '🥊', '1', '-') })
const literal = fc.string({ unit: fc.constantFrom('a', 'b', 'É', ' ', '𝔸', '-'), minLength: 1, maxLength: 3 })
const share = fc.double({ min: 0, max: 1, noNaN: true })
const literals = fc.array(literal, { minLength: 1, maxLength: 4 })
const feature: fc.Arbitrary<Feature> = fc.oneof(
  fc.record({
    kind: fc.constant('number'),
    name: fc.constant('n'),
    field: fc.constant('a'),
    missing: fc.option(share),
  }),
  fc.record({ kind: fc.constant('equals'), name: fc.constant('n'), field: fc.constant('b'), value: level }),
  fc.record({
    kind: fc.constant('targetMean'),
    name: fc.constant('n'),
    field: fc.constant('b'),
    means: fc.uniqueArray(fc.tuple(level, share), { selector: ([name]) => name }),
    unseen: share,
  }),
  fc.record({ kind: fc.constant('present'), name: fc.constant('n'), field: fc.constantFrom(...names) }),
  fc.record({ kind: fc.constant('length'), name: fc.constant('n'), field: fc.constantFrom('b', 'c') }),
  fc.record({
    kind: fc.constant('count'),
    name: fc.constant('n'),
    field: fc.constant('c'),
    separator: fc.constantFrom(',', ' ', ', '),
  }),
  fc.record({ kind: fc.constant('containsAny'), name: fc.constant('n'), field: fc.constant('c'), literals }),
  fc.record({
    kind: fc.constant('containsAnyWord'),
    name: fc.constant('n'),
    field: fc.constant('c'),
    literals,
  }),
)
const lead = fc.tuple(
  fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
  fc.option(level),
  fc.option(text.filter((value) => value !== '')),
)

test('every feature is what its definition says, at any offset, whatever stood there before', () => {
  fc.assert(
    fc.property(
      fc.array(feature, { minLength: 1, maxLength: 12 }),
      fc.array(lead, { minLength: 1, maxLength: 4 }),
      (features, leads) => {
        const { featureCount, vectorize } = createVectorizer(fields, features)
        const out = new Float32Array(leads.length * featureCount).fill(99)
        for (const [row, values] of leads.entries()) vectorize(values, out, row * featureCount)
        const expected = leads.flatMap((values) =>
          features.map((each) => Math.fround(slowFeature(each, values[names.indexOf(each.field)] ?? null))),
        )
        expect([...out]).toEqual(expected)
      },
    ),
    { numRuns: 500 },
  )
})
