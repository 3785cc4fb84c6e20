import { expect, test } from 'vitest'
import { driftRequestSchema } from '../../electron/contract/drift.ts'
import {
  FIRST_LOOK,
  lookAtSummary,
  toDriftRequest,
  USUAL_WINDOWS,
  windowKey,
  withTest,
} from './monitor-state.ts'

test('the rule of the settings holds until another is chosen', () => {
  expect(toDriftRequest(FIRST_LOOK, 'evidently').rule).toBe('evidently')
  expect(toDriftRequest({ ...FIRST_LOOK, rule: 'size-aware' }, 'evidently').rule).toBe('size-aware')
})

test('tests chosen by hand go with the Evidently rule only', () => {
  const state = { ...FIRST_LOOK, tests: { jobtitle: 'psi' } as const }
  expect(toDriftRequest(state, 'size-aware')).not.toHaveProperty('tests')
  expect(toDriftRequest(state, 'evidently').tests).toEqual({ jobtitle: 'psi' })
  expect(toDriftRequest(FIRST_LOOK, 'evidently')).not.toHaveProperty('tests')
})

test('a test is set, replaced and taken back for its field alone', () => {
  const one = withTest({ other: 'ks' }, 'jobtitle', 'psi')
  expect(one).toEqual({ other: 'ks', jobtitle: 'psi' })
  expect(withTest(one, 'jobtitle', 'TVD')).toEqual({ other: 'ks', jobtitle: 'TVD' })
  expect(withTest(one, 'jobtitle', null)).toEqual({ other: 'ks' })
})

test('a summary leads to its leads as it judged them, whatever was compared or tried before', () => {
  const window = { kind: 'batch', batch: 3 } as const
  const before = {
    panel: 'overview',
    window,
    baseline: { kind: 'window', window: { kind: 'all' } },
    rule: 'evidently',
    tests: { jobtitle: 'psi' },
  } as const
  const look = { ...before, ...lookAtSummary(before) }
  expect(look.panel).toBe('leads')
  expect(toDriftRequest(look, 'size-aware')).toEqual({
    window,
    baseline: { kind: 'reference' },
    rule: 'size-aware',
  })
})

test('every window of the list is one the contract takes, and no two are the same', () => {
  for (const { window } of USUAL_WINDOWS) {
    const request = toDriftRequest({ ...FIRST_LOOK, window }, 'size-aware')
    expect(driftRequestSchema.parse(request)).toEqual(request)
  }
  expect(new Set(USUAL_WINDOWS.map(({ window }) => windowKey(window))).size).toBe(USUAL_WINDOWS.length)
})
