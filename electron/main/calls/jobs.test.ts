import { expect, test } from 'vitest'
import { createJobs } from './jobs.ts'

/** Work that ends when it is cancelled, and says when it has begun. */
function untilCancelled() {
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
  const work = (_: unknown, signal: AbortSignal) => {
    begin()
    return new Promise<string>((resolve) => signal.addEventListener('abort', () => resolve('stopped')))
  }
  return { begun, work }
}
const atOnce = async () => 'an engine'

test('a job works on what it had to wait for', async () => {
  const jobs = createJobs()
  expect(await jobs.run('a', atOnce, async (engine) => `with ${engine}`)).toBe('with an engine')
})

test('a cancelled job still answers with what it has done', async () => {
  const jobs = createJobs()
  const { begun, work } = untilCancelled()
  const answer = jobs.run('a', atOnce, work)
  await begun
  expect(jobs.cancel('a')).toBe(true)
  expect(await answer).toBe('stopped')
})

test('there is nothing to cancel before and after', async () => {
  const jobs = createJobs()
  expect(jobs.cancel('a')).toBe(false)
  await jobs.run('a', atOnce, async () => 1)
  expect(jobs.cancel('a')).toBe(false)
})

test('an id can be under way once only', async () => {
  const jobs = createJobs()
  const { begun, work } = untilCancelled()
  const first = jobs.run('a', atOnce, work)
  await expect(jobs.run('a', atOnce, work)).rejects.toMatchObject({ error: { code: 'job_exists' } })
  await begun
  jobs.cancel('a')
  await first
})

test('cancelling all waits for all, also for those that fail', async () => {
  const jobs = createJobs()
  const order: string[] = []
  const [stopping, failing] = [untilCancelled(), untilCancelled()]
  const stops = jobs.run('a', atOnce, stopping.work).then(() => order.push('a'))
  const fails = jobs
    .run('b', atOnce, async (on, signal) => {
      await failing.work(on, signal)
      throw new Error('disk full')
    })
    .catch(() => order.push('b'))
  await Promise.all([stopping.begun, failing.begun])
  await jobs.cancelAll()
  await Promise.all([stops, fails])
  expect(order.sort()).toEqual(['a', 'b'])
})

test('a job that is cancelled while it waits for an engine never begins', async () => {
  const jobs = createJobs()
  const opening = Promise.withResolvers<string>()
  let began = false
  const answer = jobs.run(
    'a',
    () => opening.promise,
    async () => {
      began = true
    },
  )
  expect(jobs.cancel('a')).toBe(true)
  opening.resolve('an engine')
  await expect(answer).rejects.toMatchObject({ error: { code: 'cancelled' } })
  expect(began).toBe(false)
})

test('cancelling all leaves out who waits for the next engine: waiting for it would never end', async () => {
  const jobs = createJobs()
  const opening = Promise.withResolvers<string>()
  const answer = jobs.run(
    'a',
    () => opening.promise,
    async (engine) => engine,
  )
  await jobs.cancelAll()
  opening.resolve('the next engine')
  expect(await answer).toBe('the next engine')
})

test('an id is free again when there is no engine', async () => {
  const jobs = createJobs()
  const none = () => Promise.reject(new Error('locked'))
  await expect(jobs.run('a', none, untilCancelled().work)).rejects.toThrow('locked')
  expect(jobs.cancel('a')).toBe(false)
})
