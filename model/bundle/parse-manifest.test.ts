import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Manifest, manifestSchema } from './manifest.ts'
import { parseManifest } from './parse-manifest.ts'

const readResource = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../resources/${path}`, import.meta.url), 'utf8'))
const bundled = manifestSchema.parse(readResource('model/manifest.json'))

/** The bundled manifest with some parts replaced. */
function withParts(parts: Partial<Record<keyof Manifest, unknown>>): unknown {
  return { ...structuredClone(bundled), ...parts }
}

function messageFor(json: unknown): string {
  const parsed = parseManifest(json)
  return parsed.ok ? 'accepted' : parsed.message
}

test('the bundled manifest is sound', () => {
  expect(parseManifest(bundled)).toEqual({ ok: true, manifest: bundled })
})

test('the published JSON Schema is the one the code checks with', () => {
  expect(readResource('manifest.schema.json')).toEqual(
    JSON.parse(JSON.stringify(z.toJSONSchema(manifestSchema))),
  )
})

describe('shape', () => {
  test('the sentence names the place', () => {
    expect(messageFor(withParts({ version: 'latest' }))).toMatch(/^The manifest is not valid: version: .+\.$/)
    expect(messageFor(withParts({ bands: { hot: 2, warm: 0 } }))).toContain('bands.hot')
    expect(messageFor(withParts({ formatVersion: 2 }))).toContain('formatVersion')
    expect(messageFor([])).toContain('the whole')
  })

  test('unknown parts are refused, and many problems are counted', () => {
    expect(messageFor({ ...structuredClone(bundled), script: 'rm' })).toContain('script')
    expect(messageFor({})).toMatch(/\(and \d+ more\)/)
  })

  test('features are a closed list', () => {
    const features = [{ kind: 'pattern', name: 'x', field: 'jobtitle', pattern: '.*' }]
    expect(messageFor(withParts({ features }))).toContain('features[0]')
  })
})

describe('contradictions', () => {
  const at = bundled.fields.findIndex(({ name }) => name === 'llm_quality')
  const quality = bundled.fields[at]
  const golden = bundled.golden.slice(0, 1)

  test.each<[string, Partial<Record<keyof Manifest, unknown>>, string]>([
    ['two fields of one name', { fields: [...bundled.fields, quality] }, 'two fields are called llm_quality'],
    [
      'two features of one name',
      { features: [bundled.features[0], bundled.features[0]] },
      'two features are called llm_quality',
    ],
    [
      'a feature of no field',
      { features: [{ kind: 'present', name: 'x', field: 'nowhere' }] },
      'feature x is made from nowhere, which is not a field',
    ],
    [
      'a feature that does not suit its field',
      { features: [{ kind: 'count', name: 'x', field: 'llm_quality', separator: ',' }] },
      'feature x (count) cannot be made from the integer field llm_quality',
    ],
    [
      'two means for one category',
      {
        features: [
          {
            kind: 'targetMean',
            name: 'x',
            field: 'industry',
            means: [
              ['a', 0.1],
              ['a', 0.2],
            ],
            unseen: 0.3,
          },
        ],
      },
      'in feature x two categories are called a',
    ],
    [
      'a field called like a part of identity',
      {
        fields: bundled.fields.map((field, index) => (index === at ? { ...field, name: 'company' } : field)),
      },
      "field company has the name of a part of a lead's identity",
    ],
    ['hot below warm', { bands: { hot: 0.4, warm: 0.4 } }, 'the hot band must begin above the warm band'],
    [
      'high below medium',
      { confidence: { high: 0.4, medium: 0.5 } },
      'high confidence must begin above medium confidence',
    ],
    ['a title that is no field', { display: { title: 'nowhere' } }, 'display.title names nowhere'],
    [
      'reference columns that clash',
      { reference: { ...bundled.reference, scoreColumn: 'industry' } },
      'two reference columns are called industry',
    ],
    [
      'a golden lead that is too short',
      { golden: [{ values: [1], score: 0.5 }] },
      'golden[0] has 1 values for 19 fields',
    ],
    [
      'a golden lead out of range',
      { golden: golden.map(({ values, score }) => ({ values: values.with(at, 130), score })) },
      'golden[0]: Profile quality must be between 0 and 100; it is 130.',
    ],
  ])('%s', (_, parts, expected) => {
    expect(messageFor(withParts(parts))).toContain(expected)
  })

  test.each<[string, object, string]>([
    ['a range for a text', { type: 'text', min: 1 }, 'is a text and has no range'],
    ['min above max', { min: 5, max: 1 }, 'has min above max'],
    ['options for a number', { type: 'number', options: [{ value: '1' }] }, 'is a number and has no options'],
    ['a length limit for a number', { maxLength: 5 }, 'has no length to limit'],
    ['two options of one name', { options: [{ value: '1' }, { value: '1' }] }, 'two options are called 1'],
    [
      'an option out of range',
      { options: [{ value: '101' }] },
      'option 101 of field llm_quality is not a value of it',
    ],
    ['an example out of range', { example: '101' }, 'the example of field llm_quality is not a value of it'],
  ])('%s', (_, part, expected) => {
    const fields = bundled.fields.map((field, index) => (index === at ? { ...field, ...part } : field))
    expect(messageFor(withParts({ fields, golden: [] }))).toContain(expected)
  })
})
