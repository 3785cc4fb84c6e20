import { expect, test, vi } from 'vitest'
import { atMostEvery } from './at-most-every.ts'

test('runs at once, then not again before the pause is over', () => {
  const action = vi.fn()
  let now = 5
  const call = atMostEvery(100, action, () => now)
  call()
  now = 104
  call()
  expect(action).toHaveBeenCalledTimes(1)
  now = 105
  call()
  call()
  expect(action).toHaveBeenCalledTimes(2)
})
