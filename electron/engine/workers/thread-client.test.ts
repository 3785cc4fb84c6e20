import { afterEach, describe, expect, test } from 'vitest'
import type { TrialOperations } from './fixtures/trial-operations.ts'
import { createThreadClient, type ThreadClient } from './thread-client.ts'

const entry = new URL('./fixtures/trial-thread.ts', import.meta.url)
const clients: ThreadClient<TrialOperations>[] = []
function startClient(dataDir = '') {
  const client = createThreadClient<TrialOperations>('trial', entry, {
    dataDir,
    resourcesDir: '',
    access: 'read',
    workbookThread: '',
  })
  clients.push(client)
  return client
}
afterEach(async () => {
  for (const client of clients.splice(0)) await client.stop()
})

describe('a thread', () => {
  test('answers every call with its own answer', async () => {
    const client = startClient()
    const numbers = Array.from({ length: 50 }, (_, number) => number)
    expect(await Promise.all(numbers.map((number) => client.call('double', number)))).toEqual(
      numbers.map((number) => number * 2),
    )
  })

  test('refuses with code, sentence, hint and details', async () => {
    await expect(startClient().call('refuse', 'Closed on Sundays.')).rejects.toMatchObject({
      name: 'Refusal',
      error: { code: 'not_today', message: 'Closed on Sundays.', hint: 'Try tomorrow.', details: { day: 1 } },
    })
  })

  test('reports a bug with the place where it happened', async () => {
    await expect(startClient().call('fail', 'a bug')).rejects.toMatchObject({
      message: 'a bug',
      stack: expect.stringContaining('trial-thread.ts'),
    })
  })

  test('tells how far it is', async () => {
    const progress: number[] = []
    await startClient().call('count', { to: 3 }, { onProgress: (reached) => progress.push(reached) })
    expect(progress).toEqual([0, 1, 2])
  })
})

describe('cancelling', () => {
  test('reaches a handler that waits', async () => {
    const abort = new AbortController()
    const call = startClient().call(
      'count',
      { to: Number.POSITIVE_INFINITY },
      { signal: abort.signal, onProgress: () => abort.abort() },
    )
    expect((await call).reached).toBeGreaterThan(0)
  })

  test('reaches a handler that never waits', async () => {
    expect(await startClient().call('spin', {}, { signal: AbortSignal.abort() })).toBe('cancelled')
  })

  test('happens to everything that runs when the thread is stopped, and the thread is waited for', async () => {
    const client = startClient()
    const calls = [client.call('count', { to: Number.POSITIVE_INFINITY }), client.call('spin', {})]
    await client.stop()
    expect(await Promise.all(calls)).toEqual([{ reached: expect.any(Number) }, 'cancelled'])
  })
})

describe('a thread that dies', () => {
  test('fails what was pending with a sentence, and the next call starts a fresh one', async () => {
    const client = startClient()
    const death = client.call('die', {})
    const bystander = client.call('double', 1)
    await expect(death).rejects.toMatchObject({ error: { code: 'engine_stopped' } })
    await bystander.catch((error) => expect(error).toMatchObject({ error: { code: 'engine_stopped' } }))
    expect(await client.call('double', 21)).toBe(42)
  })

  test('can be stopped, and stopped twice', async () => {
    const client = startClient()
    await client.call('die', {}).catch(() => {})
    await client.stop()
    await client.stop()
  })
})

test('a stopped thread is not started again: calls are refused', async () => {
  const client = startClient()
  expect(await client.call('double', 21)).toBe(42)
  await client.stop()
  client.start()
  await expect(client.call('double', 21)).rejects.toMatchObject({ error: { code: 'closed' } })
})

test('a thread that cannot start refuses every call with the reason, each time it is tried', async () => {
  const client = startClient('locked')
  for (let attempt = 0; attempt < 2; attempt += 1) {
    await expect(client.call('double', 1)).rejects.toMatchObject({ error: { code: 'data_folder_in_use' } })
  }
})
