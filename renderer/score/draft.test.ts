import { describe, expect, it } from 'vitest'
import type { Field } from '../../electron/contract/app-info.ts'
import { exampleField } from '../../electron/contract/example-field.ts'
import { EMPTY_DRAFT, exampleDraft, isEmptyDraft, isSaidWhileTyping, readDraft, toIdentity } from './draft.ts'

const field = (part: Partial<Field> & { name: string }) =>
  exampleField({ label: part.name, type: 'number', ...part })
const FIELDS = [
  field({ name: 'quality', label: 'Quality', type: 'integer', min: 0, max: 100, example: '72' }),
  field({ name: 'size', type: 'category', options: [{ value: '2-10', aliases: ['1-10'] }] }),
  field({ name: 'title', type: 'text', maxLength: 5 }),
]

describe('readDraft', () => {
  it('counts and sends only what the model can use', () => {
    const reading = readDraft(FIELDS, { quality: ' 70 ', size: '1-10', title: '   ' })
    expect(reading.fields).toEqual({ quality: 70, size: '2-10' })
    expect(reading.filled).toBe(2)
    expect(reading.problems.size).toBe(0)
  })

  it('says what is wrong in the engine’s own words and leaves that field out', () => {
    const reading = readDraft(FIELDS, { quality: '130', title: 'Director' })
    expect(reading.problems.get('quality')?.message).toBe('Quality must be between 0 and 100; it is 130.')
    expect(reading.problems.get('title')?.code).toBe('text_too_long')
    expect(reading.fields).toEqual({})
  })

  it('stays quiet about a number that is not finished yet', () => {
    const problems = readDraft(FIELDS, { quality: '2e', title: 'too long' }).problems
    expect([...problems.values()].map(isSaidWhileTyping)).toEqual([false, true])
  })
})

describe('identity', () => {
  it('is trimmed, and null where nothing was written', () => {
    expect(toIdentity({ name: ' Ada ', company: '', email: '  ', link: '' })).toEqual({
      name: 'Ada',
      company: null,
      email: null,
      link: null,
    })
  })
})

describe('exampleDraft', () => {
  it('fills what the manifest has examples for, and the engine accepts it', () => {
    const draft = exampleDraft(FIELDS)
    expect(draft.texts).toEqual({ quality: '72' })
    expect(readDraft(FIELDS, draft.texts).problems.size).toBe(0)
    expect(isEmptyDraft(draft)).toBe(false)
    expect(isEmptyDraft(EMPTY_DRAFT)).toBe(true)
  })
})
