import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { doInTurn } from './one-by-one.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('each piece is a task of its own, in the order asked for', () => {
  const done: string[] = []
  doInTurn(() => done.push('a'))
  doInTurn(() => {
    done.push('b')
    doInTurn(() => done.push('d'))
  })
  doInTurn(() => done.push('c'))
  expect(done).toEqual([])
  for (const seen of ['a', 'ab', 'abc', 'abcd']) {
    vi.advanceTimersToNextTimer()
    expect(done.join('')).toBe(seen)
  }
  expect(vi.getTimerCount()).toBe(0)
})

test('one that fails does not keep the others waiting', () => {
  const done: string[] = []
  doInTurn(() => {
    throw new Error('no canvas')
  })
  doInTurn(() => done.push('next'))
  expect(() => vi.advanceTimersToNextTimer()).toThrow('no canvas')
  vi.advanceTimersToNextTimer()
  expect(done).toEqual(['next'])
})
