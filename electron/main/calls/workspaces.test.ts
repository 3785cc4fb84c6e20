import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { createWorkspaces } from './workspaces.ts'

let log: string[]
let isLocked: boolean
beforeEach(() => {
  log = []
  isLocked = false
})

function workspaces() {
  return createWorkspaces({
    dataDir: '/data',
    openEngine: async (dataDir) => {
      if (isLocked) throw new Error('another window has it open')
      log.push(`open ${dataDir}`)
      return { dataDir, close: async () => void log.push(`close ${dataDir}`) }
    },
    beforeClose: async () => void log.push('stop jobs'),
  })
}

test("opens the user's own folder once", async () => {
  const { engine, current } = workspaces()
  expect((await engine()).dataDir).toBe('/data')
  await engine()
  expect(log).toEqual(['open /data'])
  expect(current()).toEqual({ workspace: 'own', dataDir: '/data' })
})

test('invented leads have a folder of their own, and one engine is open at a time', async () => {
  const { engine, open, current } = workspaces()
  await engine()
  await open('demo')
  expect(log).toEqual(['open /data', 'stop jobs', 'close /data', `open ${join('/data', 'demo')}`])
  expect(current().workspace).toBe('demo')
})

test('calls made while a workspace opens get the new one', async () => {
  const { engine, open } = workspaces()
  const opening = open('demo')
  expect(await engine()).toBe(await opening)
})

test('opening the open workspace changes nothing', async () => {
  const { engine, open } = workspaces()
  const first = await engine()
  expect(await open('own')).toBe(first)
})

test('a failure is answered to everyone who waits, and tried again on the next call', async () => {
  isLocked = true
  const { engine } = workspaces()
  const calls = [engine(), engine()]
  for (const call of calls) await expect(call).rejects.toThrow('another window has it open')
  isLocked = false
  expect((await engine()).dataDir).toBe('/data')
})

test('closing waits for the engine, and is quiet when none is open', async () => {
  const opened = workspaces()
  await opened.engine()
  await opened.close()
  expect(log).toEqual(['open /data', 'stop jobs', 'close /data'])
  await workspaces().close()
})
