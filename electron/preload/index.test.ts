import { expect, test, vi } from 'vitest'
import { type Bridge, CALL_CHANNEL, EVENT_CHANNEL, METHODS } from '../contract/methods.ts'

const electron = vi.hoisted(() => ({
  contextBridge: { exposeInMainWorld: vi.fn() },
  ipcRenderer: { invoke: vi.fn(), on: vi.fn(), removeListener: vi.fn() },
  webUtils: { getPathForFile: vi.fn(() => '/home/me/leads.csv') },
}))
vi.mock('electron', () => electron)
await import('./index.ts')
// Taken now: mocks are cleared before each test.
const exposures = [...electron.contextBridge.exposeInMainWorld.mock.calls]
const [name, exposed] = exposures[0] ?? []
const bridge: Bridge = exposed

test('the page gets one object: every method but the one that takes a path', () => {
  expect(name).toBe('leadlight')
  expect(exposures).toHaveLength(1)
  const expected = [...METHODS.filter((method) => method !== 'registerDrop'), 'dropFile', 'onEvent']
  expect(Object.keys(bridge).sort()).toEqual(expected.sort())
  expect(Object.values(bridge).every((member) => typeof member === 'function')).toBe(true)
})

test('a method is a call on the one channel', () => {
  void bridge.getLead({ id: 3 })
  expect(electron.ipcRenderer.invoke).toHaveBeenLastCalledWith(CALL_CHANNEL, {
    method: 'getLead',
    request: { id: 3 },
  })
})

test('the path of a dropped file goes to main and comes from the system', () => {
  const file = new File(['name'], 'leads.csv')
  void bridge.dropFile(file)
  expect(electron.webUtils.getPathForFile).toHaveBeenCalledWith(file)
  expect(electron.ipcRenderer.invoke).toHaveBeenLastCalledWith(CALL_CHANNEL, {
    method: 'registerDrop',
    request: { path: '/home/me/leads.csv' },
  })
})

test('a listener gets the event alone, nothing of Electron, and can stop', () => {
  const listener = vi.fn()
  const stop = bridge.onEvent(listener)
  const [channel, onMessage] = electron.ipcRenderer.on.mock.lastCall ?? []
  expect(channel).toBe(EVENT_CHANNEL)
  onMessage({ sender: 'of Electron' }, { kind: 'historyChanged' })
  expect(listener).toHaveBeenCalledExactlyOnceWith({ kind: 'historyChanged' })
  expect(stop()).toBeUndefined()
  expect(electron.ipcRenderer.removeListener).toHaveBeenCalledWith(EVENT_CHANNEL, onMessage)
})
