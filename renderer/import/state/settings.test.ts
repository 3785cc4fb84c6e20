import { describe, expect, it } from 'vitest'
import {
  DEFAULT_SETTINGS,
  type ImportSettings,
  type Question,
  type ReadSettings,
} from '../../../electron/contract/importing.ts'
import { fixOf, openQuestions, withAnswer, withFixes, withMapping, withoutFix, withRead } from './settings.ts'

const MAPPING = [{ column: 1, target: { kind: 'field', name: 'jobtitle' } }] as const
const FIX = { column: 4, from: '75 percent', to: '75' }
const decided: ImportSettings = { ...withMapping(DEFAULT_SETTINGS, [...MAPPING]), fixes: [FIX] }

describe('withRead', () => {
  it('adds a decision and takes one back', () => {
    const chosen = withRead(DEFAULT_SETTINGS, { encoding: 'windows-1252', decimal: ',' })
    expect(chosen.read).toEqual({ encoding: 'windows-1252', decimal: ',' })
    expect(withRead(chosen, { encoding: null }).read).toEqual({ decimal: ',' })
  })

  it('forgets mapping and corrections when the columns become other columns', () => {
    for (const change of [{ delimiter: ';' }, { header: 0 }, { sheet: 'Leads' }] as const) {
      expect(withRead(decided, change)).toMatchObject({ mapping: null, fixes: [] })
    }
    expect(withRead(decided, { encoding: 'macintosh' })).toMatchObject({ mapping: MAPPING, fixes: [FIX] })
  })
})

describe('openQuestions', () => {
  const question = (code: string, read: ReadSettings | null): Question => ({
    code,
    message: code,
    answers: read ? [{ label: code, option: code, read }] : [],
  })
  const mapping = question('mapping_unsure', null)
  const scale = question('value_scale_suspect', { scale: { a: 'plain' } })

  it('asks what the columns are before it asks about the columns', () => {
    const header = question('header_missing', { header: 0 })
    expect(openQuestions([mapping, header, scale])).toEqual([header])
  })

  it('asks everything else at once', () => {
    expect(openQuestions([mapping, scale])).toEqual([mapping, scale])
  })
})

describe('withAnswer', () => {
  it('adds what the answer decides to what was decided before', () => {
    const first = withAnswer(DEFAULT_SETTINGS, {
      label: 'Per cent',
      option: '--scale a=percent',
      read: { scale: { a: 'percent' } },
    })
    const second = withAnswer(first, {
      label: 'As it stands',
      option: '--scale b=plain',
      read: { scale: { b: 'plain' } },
    })
    expect(second.read).toEqual({ scale: { a: 'percent', b: 'plain' } })
  })

  it('takes the whole mapping of an answer', () => {
    const answer = { label: 'The first', option: '--map jobtitle=#2', mapping: [...MAPPING] }
    expect(withAnswer(DEFAULT_SETTINGS, answer)).toEqual({ ...DEFAULT_SETTINGS, mapping: MAPPING })
  })

  it('an answer about the header leaves no scale behind', () => {
    const answer = { label: 'No names', option: '--header no', read: { header: 0 } }
    expect(withAnswer(DEFAULT_SETTINGS, answer).read).toEqual({ header: 0 })
  })
})

describe('corrections', () => {
  it('of the same cells take the place of earlier ones', () => {
    const again = withFixes(decided, [{ ...FIX, to: '76' }])
    expect(again.fixes).toEqual([{ ...FIX, to: '76' }])
    expect(withFixes(again, [{ ...FIX, to: FIX.from }]).fixes).toEqual([])
    expect(withoutFix(again, FIX).fixes).toEqual([])
  })

  it('of one row stand beside those of all rows, and come first', () => {
    const both = withFixes(decided, [{ ...FIX, row: 7, to: '80' }])
    expect(fixOf(both, { row: 7, column: 4, text: '75 percent' })?.to).toBe('80')
    expect(fixOf(both, { row: 8, column: 4, text: '75 percent' })?.to).toBe('75')
    expect(fixOf(both, { row: 7, column: 5, text: '75 percent' })).toBeNull()
  })
})
