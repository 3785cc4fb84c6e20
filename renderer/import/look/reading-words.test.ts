import { describe, expect, it } from 'vitest'
import { inventedInspection } from '../fixtures/invented-file.ts'
import { readChange } from './read-change.ts'
import { readingChoices } from './reading-words.ts'

const names = (...given: Parameters<typeof readingChoices>) =>
  readingChoices(...given).map(({ name }) => name)
const one = (name: string, ...given: Parameters<typeof readingChoices>) =>
  readingChoices(...given).find((choice) => choice.name === name)

describe('readingChoices', () => {
  it('offers what can be wrong about a CSV file', () => {
    expect(names(inventedInspection(), {})).toEqual(['header', 'encoding', 'delimiter', 'decimal'])
    expect(names(inventedInspection({ dates: 'dmy' }), {})).toContain('dates')
  })

  it('offers the sheets of a workbook, and no encoding', () => {
    const sheets = [
      { name: 'Leads', rows: 1251, hidden: false },
      { name: 'Old', rows: 12, hidden: true },
    ]
    const workbook = inventedInspection({ kind: 'workbook', sheets, sheet: 'Leads' })
    expect(names(workbook, {})).toEqual(['sheet', 'header', 'decimal'])
    expect(one('sheet', workbook, {})).toMatchObject({
      value: 'Leads',
      options: [{ value: 'Leads' }, { value: 'Old', label: expect.stringContaining('hidden') }],
    })
  })

  it('says what was found, guessed and chosen', () => {
    expect(one('encoding', inventedInspection(), {})?.decided).toBe('found')
    expect(one('encoding', inventedInspection({ encodingCertain: false }), {})?.decided).toBe('guessed')
    expect(one('encoding', inventedInspection(), { encoding: 'macintosh' })?.decided).toBe('chosen')
  })

  it('offers the line the names are in, however far down', () => {
    const choice = one('header', inventedInspection({ header: 14 }), {})
    expect(choice?.value).toBe('14')
    expect(choice?.options.map(({ value }) => value)).toContain('14')
    expect(choice?.options.at(-1)).toMatchObject({ value: '0' })
  })
})

it('reads what a drop-down says, and takes decisions back', () => {
  expect(readChange('header', '0')).toEqual({ header: 0 })
  expect(readChange('delimiter', '\t')).toEqual({ delimiter: '\t' })
  expect(readChange('encoding', '')).toEqual({ encoding: null })
})
