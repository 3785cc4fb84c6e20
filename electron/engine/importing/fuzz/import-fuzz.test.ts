/**
 * Whatever is thrown at the importer: it ends, it answers with a sentence or with a report, and every row is accepted or
 * rejected. What is written right is read right, in whatever way it is written. A failure prints its seed.
 */
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CheckReport, DEFAULT_SETTINGS, type ImportSettings } from '../../../contract/importing.ts'
import { Refusal } from '../../../contract/result.ts'
import { systemClock } from '../../platform/clock.ts'
import { bundledManifest } from '../fixtures/bundled-manifest.ts'
import { checkImport } from '../run/check-import.ts'
import { planImport } from '../run/plan-import.ts'
import { openBytes } from '../source/open-text.ts'
import { tables } from './table-with-truth.ts'

const { fields } = bundledManifest()
const fixtures = new URL('../fixtures/', import.meta.url)
const samples = readdirSync(fixtures)
  .filter((name) => name.endsWith('.csv'))
  .map((name) => readFileSync(new URL(name, fixtures)))

/** The report on these bytes, or the refusal. */
function check(bytes: Uint8Array, settings: ImportSettings = DEFAULT_SETTINGS): CheckReport | Refusal {
  try {
    const plan = planImport(openBytes(bytes, settings.read), settings, { fields })
    return checkImport({
      plan,
      fields,
      duplicates: null,
      job: 'fuzz',
      clock: systemClock,
      cells: true,
      cancelled: () => false,
      onProgress: () => {},
    })
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

function expectSoundAnswer(answer: CheckReport | Refusal): void {
  if (answer instanceof Refusal) {
    expect(answer.error.message).toMatch(/^\P{Ll}.*[.?]$/su)
    return
  }
  const { rows, accepted, rejected, repaired, rejects, warnings, issues } = answer
  expect(accepted + rejected).toBe(rows)
  expect(repaired).toBeLessThanOrEqual(accepted)
  expect(rejects.length).toBe(Math.min(rejected, 1000))
  for (const { row, message } of rejects) {
    expect(row).toBeLessThanOrEqual(rows)
    expect(message).not.toBe('')
  }
  for (const { message, rows: named = [] } of warnings) {
    expect(message).not.toBe('')
    for (const row of named) expect(row).toBeLessThanOrEqual(rows)
  }
  for (const { count, rows: named } of issues) expect(named.length).toBe(Math.min(count, 100))
}

describe('bytes', () => {
  it('of any kind are answered', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => expectSoundAnswer(check(bytes))),
      {
        numRuns: 500,
      },
    )
  })

  it('that look like a table are answered', () => {
    const pieces = fc.constantFrom(
      '"',
      '""',
      ',',
      ';',
      '\t',
      '|',
      '\n',
      '\r',
      '\r\n',
      'jobtitle',
      'llm_quality',
      '7',
      '0,5',
      '=1+1',
      'é',
      '\0',
      '\uFEFF',
      ' ',
      'sep=;\n',
      '__proto__',
    )
    const text = fc.array(pieces, { maxLength: 300 }).map((parts) => Buffer.from(parts.join('')))
    fc.assert(
      fc.property(text, (bytes) => expectSoundAnswer(check(bytes))),
      { numRuns: 1000 },
    )
  })

  it('of a sample file that were damaged are answered', () => {
    const damage = fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        remove: fc.nat(40),
        insert: fc.oneof(
          fc.uint8Array({ maxLength: 5 }),
          fc.constant(Buffer.from('"')),
          fc.constant(Buffer.from('\n')),
        ),
      }),
      { minLength: 1, maxLength: 6 },
    )
    fc.assert(
      fc.property(fc.constantFrom(...samples), damage, (sample, changes) => {
        let bytes: Uint8Array = sample
        for (const { at, remove, insert } of changes) {
          const from = Math.floor(at * bytes.length)
          bytes = Buffer.concat([bytes.subarray(0, from), insert, bytes.subarray(from + remove)])
        }
        expectSoundAnswer(check(bytes))
      }),
      { numRuns: 500 },
    )
  })
})

describe('a table written right', () => {
  it('is read right when it is said how it is written', () => {
    fc.assert(
      fc.property(tables(fields), ({ bytes, writing, truth }) => {
        const { encoding, delimiter, decimal } = writing
        const answer = check(bytes, {
          ...DEFAULT_SETTINGS,
          read: { encoding, delimiter, decimal, header: 1 },
        })
        expectSoundAnswer(answer)
        expect(answer).toMatchObject({ rows: truth.length, accepted: truth.length, rejected: 0 })
        expect(cellsOf(answer, truth)).toEqual(truth)
      }),
      { numRuns: 300 },
    )
  })

  it('is read right when that is found out, or a question is asked', () => {
    fc.assert(
      fc.property(tables(fields), ({ bytes, truth }) => {
        const answer = check(bytes)
        expectSoundAnswer(answer)
        if (answer instanceof Refusal || answer.outcome === 'ask') return
        expect(answer).toMatchObject({ rows: truth.length, accepted: truth.length })
        // Three accents say little about an encoding; what matters is that a guess is called one.
        if (answer.warnings.some(({ code }) => code === 'encoding_guessed')) return
        expect(cellsOf(answer, truth)).toEqual(truth)
      }),
      { numRuns: 300 },
    )
  })
})

/** The cells of a report, as far as the truth has them. */
function cellsOf(answer: CheckReport | Refusal, truth: readonly object[]): object[] {
  if (answer instanceof Refusal) throw answer
  return truth.map((lead, index) => {
    const cells = answer.cells?.[index + 1] ?? {}
    return Object.fromEntries(Object.keys(lead).map((name) => [name, cells[name] ?? null]))
  })
}
