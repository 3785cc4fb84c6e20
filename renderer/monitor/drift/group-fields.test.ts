import { expect, test } from 'vitest'
import type { FieldDrift, FieldFinding } from '../../../electron/contract/drift.ts'
import { groupFields, withoutLabel } from './group-fields.ts'

function field(name: string, ...kinds: FieldFinding['kind'][]): FieldDrift {
  return {
    field: name,
    label: name,
    unit: null,
    measure: 'value',
    importance: 0.1,
    verdict: 'no_drift',
    statistic: null,
    findings: kinds.map((kind) => ({ kind, sentence: kind, behind: null })),
    missing: { baseline: 0, window: 0, p: null },
    unseen: null,
    outOfRange: null,
    distribution: null,
  }
}

test('each field is in one group, in the order of the report', () => {
  const { telling, empty, quiet } = groupFields([
    field('a', 'drift'),
    field('b'),
    field('c', 'no_data'),
    field('d', 'no_data', 'missing'),
    field('e', 'unseen'),
    field('f', 'no_data'),
  ])
  const names = (fields: readonly FieldDrift[]) => fields.map((one) => one.field)
  expect([telling, empty, quiet].map(names)).toEqual([['a', 'd', 'e'], ['c', 'f'], ['b']])
})

test('a text of which one measure is empty is not named as quiet for another', () => {
  const text = (...kinds: FieldFinding['kind'][]) => field('text', ...kinds)
  const { telling, empty, quiet } = groupFields([text('no_data'), text(), field('other')])
  expect([telling.length, empty.length, quiet.map((one) => one.field)]).toEqual([0, 2, ['other']])
  expect(groupFields([text('no_data'), text('missing'), text()])).toMatchObject({
    telling: [{ findings: [{ kind: 'missing' }] }],
    empty: [{}, {}],
    quiet: [],
  })
})

test('a sentence under its field’s name begins with a capital and says it once', () => {
  expect(withoutLabel('Job title: none of these leads has a value.', 'Job title')).toBe(
    'None of these leads has a value.',
  )
  expect(withoutLabel('Something else.', 'Job title')).toBe('Something else.')
})
