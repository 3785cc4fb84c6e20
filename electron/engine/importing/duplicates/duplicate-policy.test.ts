import { describe, expect, it } from 'vitest'
import type { DuplicatePolicy } from '../../../contract/importing.ts'
import type { Identity } from '../../../contract/lead.ts'
import { createLeadColumns } from '../../history/lead-columns.ts'
import { DuplicateCheck } from './duplicate-policy.ts'
import { DuplicateFinder } from './find-duplicates.ts'

const nobody: Identity = { name: null, company: null, email: null, link: null }
const byEmail = (email: string): Identity => ({ ...nobody, email })
const columns = createLeadColumns([], null, 1)

/** Rows of a file, one lead each, while ada@example.com is number 7 of the history. */
function checkOf(policy: DuplicatePolicy, rows: readonly Identity[], finder = new DuplicateFinder(0, 5)) {
  finder.learn({ kind: 'lead', id: 7 }, byEmail('ada@example.com'))
  const check = new DuplicateCheck(finder, policy)
  const problems = rows.map((identity, index) => {
    columns.clear()
    columns.beginLead()
    columns.setIdentity(identity)
    return check.admit(columns, index + 1)
  })
  return { check, problems }
}

const ROWS = [
  byEmail('ada@example.com'),
  byEmail('bo@example.com'),
  byEmail('bo@example.com'),
  { ...nobody, link: 'example.com/ada' },
  // Known from the history by its address and from the file by its link: it counts as one of the file.
  { ...byEmail('ADA@example.com'), link: 'example.com/ada' },
]

describe('rows that are leads known already', () => {
  it.each([
    ['again', [], 'it is scored again', 'they are scored again'],
    ['update', [], "it takes the earlier one's place", "they take the earlier ones' places"],
    ['skip', [1, 3, 5], 'it is left out', 'they are left out'],
  ] as const)('"%s": counted once each, and said', (policy, leftOut, one, many) => {
    const { check, problems } = checkOf(policy, ROWS)
    expect(check.counts).toEqual({ inFile: 2, inHistory: 1 })
    expect(check.findings()).toEqual([
      {
        code: 'rows_duplicate',
        message: `2 rows hold leads that stand further up in the file already: ${many}.`,
        rows: [3, 5],
        count: 2,
      },
      {
        code: 'rows_duplicate',
        message: `1 row holds a lead that is in the history already: ${one}.`,
        rows: [1],
        count: 1,
      },
    ])
    expect(problems.flatMap((problem, index) => (problem ? [index + 1] : []))).toEqual(leftOut)
  })

  it('left out, they say which lead it is', () => {
    const { problems } = checkOf('skip', ROWS)
    expect(problems.map((problem) => problem?.message ?? null)).toEqual([
      'The row holds a lead that is in the history already, as number 7.',
      null,
      'The row holds the same lead as row 2.',
      null,
      'The row holds a lead that is in the history already, as number 7.',
    ])
  })

  it('taking the places of others, they name them once', () => {
    const { check } = checkOf('update', ROWS)
    expect(check.takeSuperseded()).toEqual([
      { kind: 'lead', id: 7, by: 1 },
      { kind: 'row', row: 2, by: 3 },
      { kind: 'row', row: 1, by: 5 },
      { kind: 'row', row: 4, by: 5 },
    ])
    expect(check.takeSuperseded()).toEqual([])
    expect(checkOf('again', ROWS).check.takeSuperseded()).toEqual([])
  })

  it('are named up to a hundred, and counted beyond', () => {
    const { check } = checkOf('again', new Array<Identity>(300).fill(byEmail('bo@example.com')))
    const [finding] = check.findings()
    expect(finding).toMatchObject({ count: 299 })
    expect(finding?.rows).toHaveLength(100)
  })

  it('may be missed where there are more than can be remembered, which is said once', () => {
    const rows = Array.from({ length: 2000 }, (_, row) => byEmail(`${row}@example.com`))
    const { check } = checkOf('again', rows, new DuplicateFinder(0, 5, { maxPlaces: 1024 }))
    expect(check.findings()).toEqual([
      { code: 'rows_duplicate', message: expect.stringContaining('may have been missed') },
    ])
    expect(check.changes).toBe(1)
    expect(checkOf('again', ROWS.slice(3, 4)).check.findings()).toEqual([])
  })
})
