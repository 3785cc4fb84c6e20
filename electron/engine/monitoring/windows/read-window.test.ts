import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import type { FieldValue } from '../../../../model/bundle/field.ts'
import { partCount } from '../../../../model/features/text-size.ts'
import { NOBODY } from '../../../contract/lead.ts'
import type { Window } from '../../../contract/windows.ts'
import { importUpdating } from '../../history/fixtures/import-updating.ts'
import {
  bundledModel,
  importTrialLeads,
  newTrialHistory,
  type TrialLead,
  trialClock,
} from '../../history/fixtures/trial-history.ts'
import { createLeadInputs } from '../../history/lead-inputs.ts'
import { saveLead } from '../../history/lead-writer.ts'
import { createLeadLists } from '../../history/list-leads.ts'
import type { OpenHistory } from '../../history/open-history.ts'
import { systemFiles } from '../../platform/files.ts'
import { bundledModelFolder, readBundle } from '../../registry/read-bundle.ts'
import { resourcesDir } from '../../scoring/fixtures/invented-leads.ts'
import { openModel } from '../../scoring/open-model.ts'
import type { SampleColumn } from './lead-sample.ts'
import { readWindow } from './read-window.ts'
import { windowChunks } from './window-chunks.ts'
import { windowFacts } from './window-facts.ts'

const { fields, bands } = bundledModel.manifest
let history: OpenHistory
beforeEach(async () => {
  const trial = await newTrialHistory()
  history = trial.history
  return trial.remove
})

const NOW = new Date(2026, 10, 21, 15).getTime()
const daysAgo = (days: number) => new Date(2026, 10, 21 - days, 12).getTime()
const sampleOf = (window: Window) => {
  const { db } = history.writer
  return readWindow(db, fields, windowChunks(db, window, NOW))
}
const scoresOf = (window: Window) => [...sampleOf(window).scores]

/** What a sample says of one lead's field, in the words of its inputs. */
function valueAt(column: SampleColumn, lead: number) {
  switch (column.kind) {
    case 'number':
      return column.values[lead]
    case 'category':
      return column.codes[lead] === 0 ? null : column.levels[column.codes[lead] ?? 0]
    case 'text':
      return [column.characters[lead], column.parts[lead]]
  }
}

function expectedAt(index: number, value: FieldValue) {
  switch (fields[index]?.type) {
    case 'category':
      return value
    case 'text':
      return typeof value === 'string' ? [[...value].length, partCount(value, ',')] : [Number.NaN, Number.NaN]
    default:
      return typeof value === 'number' ? Math.fround(value) : Number.NaN
  }
}

const text = fc.option(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }))
const lead = fc.record({
  score: fc.float({ min: 0, max: 1, noNaN: true }).map(Math.fround),
  values: fc.record({
    jobtitle: text,
    skills: text,
    industry: fc.option(fc.constantFrom('Law', 'Steel', 'Tea')),
    companysize: fc.option(fc.constantFrom('2-10', '51-200')),
    llm_engagement: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    llm_quality: fc.option(fc.integer({ min: 0, max: 100 })),
  }),
})

test('a sample holds exactly the values of the leads of the list, in their order', async () => {
  const [first = [], second = []] = fc.sample(fc.array(lead, { minLength: 60, maxLength: 80 }), {
    numRuns: 2,
    seed: 11,
  })
  const withMail = (leads: TrialLead[], from: number) =>
    leads.map((one, i) => ({ ...one, identity: { email: `${from + i}@example.test` } }))
  await importTrialLeads(history, withMail(first, 0))
  // Takes the places of some.
  await importUpdating(history, withMail(second, 40))
  const { db } = history.writer
  const ids = [...createLeadLists(db, bands).ids({ order: 'oldest' })].flat()
  const inputs = createLeadInputs(db)
  const { count, columns } = sampleOf({ kind: 'all' })

  expect(count).toBe(ids.length)
  expect(count).toBeLessThan(first.length + second.length)
  for (const [place, id] of ids.entries()) {
    const values = inputs.one(id)
    for (const [index, column] of columns.entries()) {
      expect(valueAt(column, place)).toEqual(expectedAt(index, values[index] ?? null))
    }
  }
})

describe('a window', () => {
  const lead = (score: number) => ({ score: Math.fround(score) })
  beforeEach(async () => {
    await importTrialLeads(history, [lead(0.1), lead(0.2)], trialClock(daysAgo(40)))
    await importTrialLeads(history, [lead(0.3)], trialClock(daysAgo(7)))
    await importTrialLeads(history, [lead(0.4), lead(0.5)], trialClock(daysAgo(0)))
  })
  const rounded = (window: Window) => scoresOf(window).map((score) => Number(score.toFixed(3)))

  test.each<[Window, readonly number[]]>([
    [{ kind: 'all' }, [0.1, 0.2, 0.3, 0.4, 0.5]],
    [{ kind: 'last', count: 1 }, [0.5]],
    [{ kind: 'last', count: 4 }, [0.2, 0.3, 0.4, 0.5]],
    [{ kind: 'last', count: 9 }, [0.1, 0.2, 0.3, 0.4, 0.5]],
    [{ kind: 'days', days: 6 }, [0.4, 0.5]],
    [{ kind: 'days', days: 7 }, [0.3, 0.4, 0.5]],
    [{ kind: 'period', from: '2026-10-12', to: '2026-11-14' }, [0.1, 0.2, 0.3]],
    [{ kind: 'period', from: '2026-10-13', to: '2026-11-14' }, [0.3]],
    [{ kind: 'batch', batch: 1 }, [0.1, 0.2]],
  ])('%j holds %j', (window, scores) => {
    expect(rounded(window)).toEqual(scores)
  })

  test('is named and dated', () => {
    const { db } = history.writer
    const facts = (window: Window) => windowFacts(db, window, windowChunks(db, window, NOW))
    expect(facts({ kind: 'batch', batch: 1 })).toMatchObject({ name: 'leads.csv', leads: 2 })
    expect(facts({ kind: 'days', days: 30 })).toMatchObject({ name: 'the last 30 days', leads: 3 })
    expect(facts({ kind: 'period', from: '2020-01-01', to: '2020-01-02' })).toEqual({
      name: '1 Jan 2020 to 2 Jan 2020',
      leads: 0,
      from: null,
      to: null,
    })
    expect(new Date(facts({ kind: 'all' }).from ?? 0).getTime()).toBeCloseTo(daysAgo(40), -3)
    expect(() => facts({ kind: 'batch', batch: 9 })).toThrow('no import 9')
  })

  test('holds leads typed in', async () => {
    const model = await openModel(readBundle(bundledModelFolder(resourcesDir), systemFiles))
    const clock = trialClock(daysAgo(0))
    const saved = await saveLead(
      history.writer,
      model,
      { fields: { llm_quality: 70 }, identity: NOBODY },
      clock,
    )
    await model.release()
    expect(scoresOf({ kind: 'last', count: 1 })).toEqual([saved.score])
    expect(scoresOf({ kind: 'all' })).toHaveLength(6)
    const quality = fields.findIndex(({ name }) => name === 'llm_quality')
    const column = sampleOf({ kind: 'last', count: 1 }).columns[quality]
    expect(column).toMatchObject({ values: Float32Array.of(70) })
  })
})
