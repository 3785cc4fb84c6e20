import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { systemFiles } from '../../platform/files.ts'
import { openScoredRows } from './scored-rows.ts'

function rankedFile() {
  const root = mkdtempSync(join(tmpdir(), 'leadlight-rows-'))
  const path = join(root, 'ranked.csv')
  const place = { dataDir: join(root, 'data'), input: null }
  return { root, path, rows: openScoredRows({ path, order: 'best-first' }, place, systemFiles) }
}

describe('rows by score', () => {
  it('are the same rows, the best first, equal ones in the order they came', () => {
    const row = fc.record({ text: fc.string({ maxLength: 40 }), score: fc.constantFrom(0, 0.25, 0.5, 1) })
    fc.assert(
      fc.property(fc.array(row), (given) => {
        const { path, rows } = rankedFile()
        rows.begin(Buffer.from('header\n'))
        given.forEach(({ text, score }) => {
          rows.add(Buffer.from(`${text}\n`), score)
        })
        rows.finish()
        const expected = given.toSorted((a, b) => b.score - a.score).map(({ text }) => `${text}\n`)
        expect(readFileSync(path, 'utf8')).toBe(['header\n', ...expected].join(''))
      }),
      { numRuns: 30 },
    )
  })

  it('may be longer than what is written at once', () => {
    const { path, rows } = rankedFile()
    const long = (letter: string, length: number) => Buffer.from(letter.repeat(length))
    rows.begin(Buffer.from('-'))
    rows.add(long('a', 300_000), 0.1)
    rows.add(long('b', 200_000), 0.2)
    rows.add(long('c', 100_000), 0.3)
    rows.finish()
    const expected = Buffer.concat([
      Buffer.from('-'),
      long('c', 100_000),
      long('b', 200_000),
      long('a', 300_000),
    ])
    expect(readFileSync(path).equals(expected)).toBe(true)
  })

  it('leave nothing behind when they are given up, or beside the finished file', () => {
    const given = rankedFile()
    given.rows.add(Buffer.from('a\n'), 1)
    given.rows.discard()
    expect(readdirSync(given.root)).toEqual([])

    const finished = rankedFile()
    finished.rows.add(Buffer.from('a\n'), 1)
    finished.rows.finish()
    finished.rows.discard()
    expect(readdirSync(finished.root)).toEqual(['ranked.csv'])
  })
})
