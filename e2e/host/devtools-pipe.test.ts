import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { type DevToolsEvent, openDevToolsPipe } from './devtools-pipe.ts'

function pipe() {
  const toChromium = new PassThrough()
  const fromChromium = new PassThrough()
  const devTools = openDevToolsPipe(toChromium, fromChromium)
  const answer = (message: object) => fromChromium.write(`${JSON.stringify(message)}\0`)
  return { devTools, toChromium, fromChromium, answer }
}

test('a command gets its own answer', async () => {
  const { devTools, toChromium, answer } = pipe()
  const first = devTools.send('Browser.getVersion')
  const second = devTools.send('Target.getTargets', {}, 'page-1')
  answer({ id: 2, result: { targetInfos: [] } })
  answer({ id: 1, error: { message: 'not now' } })
  await expect(first).rejects.toThrow('Browser.getVersion: not now')
  expect(await second).toEqual({ targetInfos: [] })
  const sent = String(toChromium.read()).split('\0')
  expect(JSON.parse(sent[1] ?? '')).toEqual({
    id: 2,
    method: 'Target.getTargets',
    params: {},
    sessionId: 'page-1',
  })
})

test('events go to their session, whole, however they arrive', async () => {
  const { devTools, fromChromium } = pipe()
  const heard: DevToolsEvent[] = []
  devTools.listen('page-1', (event) => heard.push(event))
  const loaded = { method: 'Page.loadEventFired', params: { timestamp: 1 }, sessionId: 'page-1' }
  const other = { ...loaded, sessionId: 'page-2' }
  const bytes = Buffer.from(
    `${JSON.stringify(loaded)}\0${JSON.stringify(other)}\0${JSON.stringify(loaded)}\0`,
  )
  for (let i = 0; i < bytes.length; i += 7) fromChromium.write(bytes.subarray(i, i + 7))
  fromChromium.end()
  await new Promise((resolve) => fromChromium.once('end', resolve))
  expect(heard).toEqual([loaded, loaded])
})

test('what is under way fails when Chromium has gone', async () => {
  const { devTools } = pipe()
  const pending = devTools.send('Browser.getVersion')
  devTools.close('Chromium has gone')
  await expect(pending).rejects.toThrow('Browser.getVersion: Chromium has gone')
})
