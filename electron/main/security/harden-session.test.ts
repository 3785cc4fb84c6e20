import { EventEmitter } from 'node:events'
import type { Session } from 'electron'
import { expect, test, vi } from 'vitest'
import { type HardenedSession, hardenSession } from './harden-session.ts'
import { pageAddress } from './page-address.ts'

function hardened() {
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: vi.fn<Session['setPermissionRequestHandler']>(),
    setPermissionCheckHandler: vi.fn<Session['setPermissionCheckHandler']>(),
    setDevicePermissionHandler: vi.fn<Session['setDevicePermissionHandler']>(),
    setSpellCheckerEnabled: vi.fn<Session['setSpellCheckerEnabled']>(),
    setProxy: vi.fn<Session['setProxy']>(async () => undefined),
    webRequest: { onBeforeRequest: vi.fn() },
  })
  hardenSession(
    session as unknown as HardenedSession,
    pageAddress({ isPackaged: true, developmentUrl: undefined }),
  )
  return session
}

test('every permission is denied, asked either way', () => {
  const session = hardened()
  const answer = vi.fn()
  const ask = session.setPermissionRequestHandler.mock.lastCall?.[0] as unknown as (
    ...args: unknown[]
  ) => void
  const check = session.setPermissionCheckHandler.mock.lastCall?.[0] as unknown as (
    ...args: unknown[]
  ) => boolean
  for (const permission of [
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'openExternal',
    'new-one',
  ]) {
    ask(null, permission, answer)
    expect(answer).toHaveBeenLastCalledWith(false)
    expect(check(null, permission, 'app://leadlight')).toBe(false)
  }
  const device = session.setDevicePermissionHandler.mock.lastCall?.[0] as unknown as () => boolean
  expect(device()).toBe(false)
})

test("requests that are not the app's own are cancelled", () => {
  const [filter] = hardened().webRequest.onBeforeRequest.mock.lastCall ?? []
  const cancels = (url: string, resourceType = 'script') => {
    const answer = vi.fn()
    filter({ url, resourceType }, answer)
    return answer.mock.lastCall?.[0].cancel
  }
  expect(cancels('app://leadlight/assets/index.js')).toBe(false)
  for (const url of [
    'https://example.com/',
    'http://localhost/',
    'file:///etc/passwd',
    'app://other/',
    'ws://x/',
  ]) {
    expect(cancels(url)).toBe(true)
    expect(cancels(url, 'mainFrame')).toBe(true)
  }
  // What is to be printed comes in its address, and only as a whole page.
  expect(cancels('data:text/html;base64,', 'mainFrame')).toBe(false)
  expect(cancels('data:text/html;base64,', 'subFrame')).toBe(true)
  expect(cancels('data:text/javascript,1')).toBe(true)
})

test('no spell checker, no looking for a proxy', () => {
  const session = hardened()
  expect(session.setSpellCheckerEnabled).toHaveBeenCalledWith(false)
  expect(session.setProxy).toHaveBeenCalledWith({ mode: 'direct' })
})

test('downloads are stopped', () => {
  const event = { preventDefault: vi.fn() }
  hardened().emit('will-download', event)
  expect(event.preventDefault).toHaveBeenCalled()
})
