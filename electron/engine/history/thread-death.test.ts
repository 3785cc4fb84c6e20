import { expect, test } from 'vitest'
import { createThreadClient } from '../workers/thread-client.ts'
import type { MortalOperations } from './fixtures/mortal-operations.ts'
import { trialFolder } from './fixtures/trial-history.ts'

test('a history thread that dies while storing gives back the lock, leaves nothing half, and the next call works', async () => {
  const folder = trialFolder()
  const entry = new URL('./fixtures/mortal-thread.ts', import.meta.url)
  const start = { dataDir: folder.path, resourcesDir: '', access: 'write', workbookThread: '' } as const
  const client = createThreadClient<MortalOperations>('mortal', entry, start)
  let stored = 0
  for (let round = 1; round <= 5; round += 1) {
    stored += round
    expect(await client.call('store', round)).toBe(stored)
    await expect(client.call('die', {})).rejects.toMatchObject({ error: { code: 'engine_stopped' } })
  }
  await client.stop()
  folder.remove()
})
