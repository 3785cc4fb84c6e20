import { expect, test } from 'vitest'
import { createJobs } from './jobs.ts'

/** Work that ends when it is cancelled. */
const untilCancelled = (signal: AbortSignal) =>
  new Promise<string>((resolve) => signal.addEventListener('abort', () => resolve('stopped')))

test('a cancelled job still answers with what it has done', async () => {
  const jobs = createJobs()
  const answer = jobs.run('a', untilCancelled)
  expect(jobs.cancel('a')).toBe(true)
  expect(await answer).toBe('stopped')
})

test('there is nothing to cancel before and after', async () => {
  const jobs = createJobs()
  expect(jobs.cancel('a')).toBe(false)
  await jobs.run('a', async () => 1)
  expect(jobs.cancel('a')).toBe(false)
})

test('an id can be under way once only', async () => {
  const jobs = createJobs()
  const first = jobs.run('a', untilCancelled)
  await expect(jobs.run('a', untilCancelled)).rejects.toMatchObject({ error: { code: 'job_exists' } })
  jobs.cancel('a')
  await first
})

test('cancelling all waits for all, also for those that fail', async () => {
  const jobs = createJobs()
  const order: string[] = []
  const stops = jobs.run('a', untilCancelled).then(() => order.push('a'))
  const fails = jobs
    .run('b', async (signal) => {
      await untilCancelled(signal)
      throw new Error('disk full')
    })
    .catch(() => order.push('b'))
  await jobs.cancelAll()
  await Promise.all([stops, fails])
  expect(order.sort()).toEqual(['a', 'b'])
})
