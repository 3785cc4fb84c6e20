import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exampleField } from '../bundle/example-field.ts'
import type { Feature } from '../bundle/feature.ts'
import type { FieldValue } from '../bundle/field.ts'
import { createVectorizer } from './vectorize-lead.ts'

const fields = [
  exampleField({ name: 'year', type: 'integer' }),
  exampleField({ name: 'size', type: 'category' }),
  exampleField({ name: 'title', type: 'text' }),
  exampleField({ name: 'met', type: 'date' }),
]

/** The features of one lead; only the named field is filled. */
function vectorOf(features: readonly Feature[], name: string, value: FieldValue): number[] {
  const { featureCount, vectorize } = createVectorizer(fields, features)
  const out = new Float32Array(featureCount).fill(Number.NaN)
  vectorize(
    fields.map((each) => (each.name === name ? value : null)),
    out,
    0,
  )
  return [...out]
}

function flag(literals: string[], wholeWord: boolean): Feature {
  return { kind: wholeWord ? 'containsAnyWord' : 'containsAny', name: 'flag', field: 'title', literals }
}

describe('numbers', () => {
  const year: Feature = { kind: 'number', name: 'year', field: 'year', missing: 2016 }

  test('the number itself, as a float32', () => {
    expect(vectorOf([year], 'year', 1999)).toEqual([1999])
    expect(vectorOf([year], 'year', 0.1)).toEqual([Math.fround(0.1)])
  })

  test('a missing number is the stand-in, or NaN where the trees decide', () => {
    expect(vectorOf([year], 'year', null)).toEqual([2016])
    expect(vectorOf([{ ...year, missing: null }], 'year', null)).toEqual([Number.NaN])
  })
})

describe('categories', () => {
  const oneHot = (value: string): Feature => ({ kind: 'equals', name: `size ${value}`, field: 'size', value })
  const rate: Feature = {
    kind: 'targetMean',
    name: 'rate',
    field: 'size',
    means: [
      ['2-10', 0.5],
      ['UNKNOWN', 0.25],
    ],
    unseen: 0.75,
  }

  test('one-hot: the level it is, none for another', () => {
    expect(vectorOf([oneHot('2-10'), oneHot('11-50')], 'size', '11-50')).toEqual([0, 1])
    expect(vectorOf([oneHot('2-10'), oneHot('11-50')], 'size', 'huge')).toEqual([0, 0])
  })

  test('a missing category is UNKNOWN', () => {
    expect(vectorOf([oneHot('UNKNOWN'), oneHot('2-10'), rate], 'size', null)).toEqual([1, 0, 0.25])
  })

  test('target means, and the stand-in for a category that training did not see', () => {
    expect(vectorOf([rate], 'size', '2-10')).toEqual([0.5])
    expect(vectorOf([rate, oneHot('huge')], 'size', 'huge')).toEqual([0.75, 1])
    expect(vectorOf([rate], 'size', 'constructor')).toEqual([0.75])
  })
})

describe('texts', () => {
  const present: Feature = { kind: 'present', name: 'present', field: 'title' }
  const length: Feature = { kind: 'length', name: 'length', field: 'title' }
  const count: Feature = { kind: 'count', name: 'count', field: 'title', separator: ',' }

  test('present or not, for any type of field', () => {
    expect(vectorOf([present], 'title', 'x')).toEqual([1])
    expect(vectorOf([present], 'title', null)).toEqual([0])
    expect(vectorOf([{ ...present, field: 'year' }], 'year', 0)).toEqual([1])
  })

  test('length in code points: an emoji is one, a combining accent is one more', () => {
    expect(vectorOf([length], 'title', 'Été')).toEqual([3])
    expect(vectorOf([length], 'title', 'a🥊b📻')).toEqual([4])
    expect(vectorOf([length], 'title', 'e\u0301')).toEqual([2])
    expect(vectorOf([length], 'title', null)).toEqual([0])
  })

  test('parts that hold something', () => {
    expect(vectorOf([count], 'title', 'SEO, Sales,CRM')).toEqual([3])
    expect(vectorOf([count], 'title', 'SEO,, \u00a0 ,')).toEqual([1])
    expect(vectorOf([count], 'title', null)).toEqual([0])
    expect(vectorOf([{ ...count, separator: ' | ' }], 'title', 'a | b|c')).toEqual([2])
  })
})

describe('words', () => {
  test.each([
    ['CTO', 1],
    ['Director', 0],
    ['Deputy cto', 1],
    ['CTO/CPO', 1],
    ['CTO2', 0],
    ['(CTO)', 1],
    ['ÉCTO', 0],
    ['CTOé', 0],
    ['CTO\u0301', 0],
    ['𝔸CTO', 0],
    ['🚀CTO🚀', 1],
    ['Director and CTO', 1],
    ['', 0],
  ])('CTO as a word in %j', (title, expected) => {
    expect(vectorOf([flag(['CTO'], true)], 'title', title)).toEqual([expected])
  })

  test('anywhere, when word boundaries do not matter', () => {
    expect(vectorOf([flag(['CTO'], false)], 'title', 'Director')).toEqual([1])
  })

  test('literals of several words, with signs, in any case and script', () => {
    expect(vectorOf([flag(['Head of'], true)], 'title', 'Global HEAD OF Sales')).toEqual([1])
    expect(vectorOf([flag(['Head of'], true)], 'title', 'Head offshore')).toEqual([0])
    expect(vectorOf([flag(['C++'], true)], 'title', 'c++ developer')).toEqual([1])
    expect(vectorOf([flag(['Gérant'], true)], 'title', 'GÉRANT')).toEqual([1])
    expect(vectorOf([flag(['Gérant'], true)], 'title', 'Gérante')).toEqual([0])
    expect(vectorOf([flag(['総務', 'ΣΟΦΟΣ'], true)], 'title', '総務 部')).toEqual([1])
  })

  test('a first hit inside a word does not hide a later whole word', () => {
    expect(vectorOf([flag(['VP'], true)], 'title', 'MVP owner, VP Sales')).toEqual([1])
  })
})

describe('dates', () => {
  const part = (name: 'year' | 'month' | 'dayOfMonth' | 'dayOfWeek' | 'daysSinceEpoch'): Feature => ({
    kind: 'datePart',
    name,
    field: 'met',
    part: name,
    missing: -1,
  })
  const parts = [part('year'), part('month'), part('dayOfMonth'), part('dayOfWeek'), part('daysSinceEpoch')]

  test('parts of a day', () => {
    // 2026-11-21 is a Saturday.
    expect(vectorOf(parts, 'met', 20_778)).toEqual([2026, 11, 21, 6, 20_778])
    expect(vectorOf(parts, 'met', 0)).toEqual([1970, 1, 1, 4, 0])
    expect(vectorOf(parts, 'met', null)).toEqual([-1, -1, -1, -1, -1])
  })

  test('they are those of the calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: -500_000, max: 500_000 }), (days) => {
        const date = new Date(days * 86_400_000)
        expect(vectorOf(parts.slice(0, 4), 'met', days)).toEqual([
          date.getUTCFullYear(),
          date.getUTCMonth() + 1,
          date.getUTCDate(),
          date.getUTCDay() || 7,
        ])
      }),
    )
  })
})

test('a feature of a field that does not exist is a bug', () => {
  expect(() => createVectorizer(fields, [{ kind: 'present', name: 'x', field: 'nowhere' }])).toThrow(
    'nowhere',
  )
})
